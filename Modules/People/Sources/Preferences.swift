/// How somebody wants their pages. What they did not choose is empty, and others decide: the browser, the house.
public struct Preferences: Hashable, Sendable {
    /// The language, a tag (BCP 47).
    public var locale: String
    /// Whose numbers, dates and money are written, a tag (BCP 47).
    public var figures: String
    /// The time zone, a name of the tz database.
    public var zone: String

    /// What was chosen.
    public init(locale: String = "", figures: String = "", zone: String = "") {
        self.locale = locale
        self.figures = figures
        self.zone = zone
    }
}
