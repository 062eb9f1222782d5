using Domain.Shared;

namespace Domain.Calendar;

public static class CalendarTopics
{
    extension(LiveTopic)
    {
        /// <summary>The working days.</summary>
        public static string Calendar => "calendar";
    }
}
