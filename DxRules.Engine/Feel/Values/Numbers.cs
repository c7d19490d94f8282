namespace DxRules.Engine.Feel.Values;

/// <summary>Calculations with numbers that <see cref="decimal"/> lacks.</summary>
internal static class Numbers
{
    /// <summary>
    /// A power; exact to 28 digits for whole exponents, else to about 15 by way of double (a deviation from the standard's decimal128).
    /// Null where there is no real value: a root of a negative number.
    /// </summary>
    /// <exception cref="OverflowException">The power is too large.</exception>
    /// <exception cref="DivideByZeroException">Zero with a negative exponent.</exception>
    public static decimal? Power(decimal number, decimal exponent)
    {
        if (decimal.Truncate(exponent) == exponent && Math.Abs(exponent) <= 100_000)
            return exponent >= 0 ? WholePower(number, (int)exponent) : Inverse(number, (int)-exponent);
        return OfDouble(Math.Pow((double)number, (double)exponent));
    }

    /// <summary>The root to about 28 digits; null for a negative number.</summary>
    public static decimal? SquareRoot(decimal number)
    {
        if (number <= 0)
            return number == 0 ? 0 : null;

        // One step of Newton's method doubles the digits that double gave.
        var root = (decimal)Math.Sqrt((double)number);
        return root == 0 ? 0 : (root + number / root) / 2;
    }

    /// <summary>The number, rounded to the 15 digits that a double is sure of; null for not-a-number.</summary>
    /// <exception cref="OverflowException">It is too large.</exception>
    public static decimal? OfDouble(double number) => double.IsNaN(number) ? null : (decimal)number;

    // Small powers vanish to 0 and their inverses overflow, so that each is taken the way that stays in range.
    private static decimal Inverse(decimal number, int exponent) =>
        Math.Abs(number) >= 1 || number == 0 ? InverseOfLarge(number, exponent) : WholePower(1 / number, exponent);

    private static decimal InverseOfLarge(decimal number, int exponent)
    {
        try
        {
            return 1 / WholePower(number, exponent);
        }
        catch (OverflowException)
        {
            return 0;
        }
    }

    private static decimal WholePower(decimal number, int exponent)
    {
        var result = 1m;
        for (var square = number; ; square *= square)
        {
            if (exponent % 2 == 1)
                result *= square;
            exponent /= 2;
            if (exponent == 0)
                return result;
        }
    }
}
