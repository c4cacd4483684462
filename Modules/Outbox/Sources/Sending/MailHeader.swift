import Calendars
public import FlywheelKit
import Foundation

/// Values of a mail's head, which is ASCII in short lines.
public enum MailHeader {
    /// The text in encoded words, none of which cuts a character; with "Subject: " a line stays within 78. Whatever the text
    /// holds, a line that it would begin by itself is not among it.
    public static func encodedWords(_ text: String) -> String {
        var words: [String] = []
        var word = ""
        for character in text {
            let length = String(character).utf8.count
            if !word.isEmpty, word.utf8.count + length > 39 {
                words.append(word)
                word = ""
            }
            word.append(character)
        }
        return (words + [word]).map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Fri, 20 Nov 2026 16:05:00 +0000`.
    public static func date(_ instant: Instant) -> String {
        let day = instant.utcDay
        let (year, month, number) = day.date
        let weekday = weekdays[Weekday(daysSinceEpoch: day.epochDays).rawValue - 1]
        return
            "\(weekday), \(number) \(months[month - 1]) \(year) \(instant.description.dropFirst(11).dropLast()) +0000"
    }
}
