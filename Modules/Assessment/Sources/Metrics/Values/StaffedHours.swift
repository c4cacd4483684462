import FlywheelKit

/// The hours that people have for the queue. No record of work says them, so somebody has to.
public enum StaffedHours {
    /// How to say them, with the headings of the file.
    public static let advice = "import a file of people: \(People.feed.columns.map(\.name).joined(separator: ", "))"
}
