using static DxRules.Admin.Publishing.OpenData.OpenDataColumns;

namespace DxRules.Admin.Publishing.OpenData;

internal sealed record MeetingDataRow(PublicationHead Head, PublicMeeting Meeting);

/// <summary>meetings.csv: a meeting a row.</summary>
internal static class MeetingTable
{
    private static readonly Engine.Text.LocalizedText People = new("人", "people");

    public static readonly OpenDataTable<MeetingDataRow> Table = new("meetings.csv", new("会議", "Meetings"),
    [
        .. First<MeetingDataRow>(row => row.Head, row => row.Meeting.Id, row => row.Meeting.Body, new("会議のID", "Id of the meeting"), new("会議体の名称", "Name of the body")),
        Date<MeetingDataRow>("開催日", "heldOn", "会議を開いた日。", "The day of the meeting.", row => row.Meeting.On),
        Whole<MeetingDataRow>("委員数", "members", "委員の人数。分からないときは空。", "How many members the body has; empty where nobody knows.", row => row.Meeting.Members, People),
        Whole<MeetingDataRow>("出席者数", "present", "出席した委員の人数。分からないときは空。", "How many of them were present; empty where nobody knows.", row => row.Meeting.Present, People),
        Text<MeetingDataRow>("議題", "agenda", "話し合ったこと。", "What was discussed.", row => row.Meeting.Agenda),
        Text<MeetingDataRow>("議事の要旨", "outcome", "会議の結果。", "What came of it.", row => row.Meeting.Outcome),
    ],
    publication => publication.Content.Meetings.Select(meeting => new MeetingDataRow(publication.Content.Head, meeting)));
}
