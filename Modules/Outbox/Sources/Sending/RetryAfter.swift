import FlywheelKit

/// Reads `Retry-After` (RFC 9110, 10.2.3): seconds, or the moment as an HTTP date.
enum RetryAfter {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// How many seconds to wait from `now`; `nil` where the text says nothing.
    static func seconds(_ text: String, now: Instant) -> Int64? {
        if text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) { return Int64(text) }
        return moment(text).map { max($0.seconds - now.seconds, 0) }
    }

    /// The moment of `Sun, 06 Nov 1994 08:49:37 GMT`, the form that is sent today.
    private static func moment(_ text: String) -> Instant? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", words[1].count == 2,
            let month = months.firstIndex(of: String(words[2]))
        else { return nil }
        let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        return Instant("\(words[3])-\(number)-\(words[1])T\(words[4])Z")
    }
}
