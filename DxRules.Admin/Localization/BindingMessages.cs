using Microsoft.AspNetCore.Mvc;

namespace DxRules.Admin.Localization;

/// <summary>
/// What the framework itself finds wrong with a form, in the language of the request. What a page checks it says itself, by
/// <c>ModelState.AddModelError(name, texts["…"])</c>.
/// </summary>
internal static class BindingMessages
{
    public static void Use(MvcOptions mvc)
    {
        var texts = new Texts();
        var messages = mvc.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => texts["binding.invalid", value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => texts["binding.invalid", value]);
        messages.SetValueIsInvalidAccessor(value => texts["binding.invalid", value]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["binding.missing"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["binding.missing"]);
        messages.SetMissingBindRequiredValueAccessor(_ => texts["binding.missing"]);
        messages.SetMissingKeyOrValueAccessor(() => texts["binding.missing"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["binding.missing"]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["binding.missing"]);
        messages.SetValueMustBeANumberAccessor(_ => texts["binding.number"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["binding.number"]);

        // It would say in English that a text is missing; pages say so themselves.
        mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
    }
}
