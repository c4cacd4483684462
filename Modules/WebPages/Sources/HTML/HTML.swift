/// Markup of a page.
///
/// It is written as a literal, and whatever is interpolated is escaped: text that comes from a file, a person or a database
/// cannot become markup, because only literals of the program's own source can.
///
/// ```swift
/// let cell: HTML = "<td title=\"\(title)\">\(chip.html(for: reader))</td>"
/// ```
///
/// Values of attributes stand in double quotes; addresses in them are ``Address``es.
public struct HTML: Hashable, Sendable {
    /// The markup, ready to be sent as UTF-8.
    public private(set) var markup: String

    /// Markup that something other than a literal vouches for: a picture that escapes its own text.
    init(trusted markup: String) { self.markup = markup }

    /// Text, none of which is markup.
    public init(text: some StringProtocol) { markup = VisibleText.escaped(text) }

    /// Nothing at all.
    public static let nothing = HTML(trusted: "")

    /// Whether there is nothing.
    public var isEmpty: Bool { markup.isEmpty }

    /// One after the other.
    public static func + (left: HTML, right: HTML) -> HTML { HTML(trusted: left.markup + right.markup) }

    /// One after the other.
    public static func += (left: inout HTML, right: HTML) { left.markup += right.markup }
}

extension Sequence where Element == HTML {
    /// All of them, with something between each two.
    public func joined(by separator: HTML = "\n") -> HTML {
        HTML(trusted: map(\.markup).joined(separator: separator.markup))
    }
}
