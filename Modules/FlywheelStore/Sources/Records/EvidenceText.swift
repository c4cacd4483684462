/// What a stage saw, as canonical JSON that is written down when somebody reads it: a trial finds problems by the hundred
/// thousand and shows fifty of them.
public struct EvidenceText: Sendable {
    private enum Form: Sendable {
        case written(String)
        case seen(@Sendable () throws -> String)
    }

    private let form: Form

    /// Evidence that is written down already; empty where no stage saw anything.
    public init(_ text: String) { form = .written(text) }

    /// Evidence that `write` writes down whenever it is asked for. It gives the same text each time, which is not empty.
    public init(writing write: @escaping @Sendable () throws -> String) { form = .seen(write) }

    /// The text. Throws what writing it down throws.
    public func text() throws -> String {
        switch form {
        case .written(let text): text
        case .seen(let write): try write()
        }
    }

    /// Whether no stage saw anything.
    public var isEmpty: Bool { if case .written(let text) = form { text.isEmpty } else { false } }
}

extension EvidenceText: ExpressibleByStringLiteral {
    /// Evidence of that text.
    public init(stringLiteral text: String) { self.init(text) }
}

extension EvidenceText: Hashable {
    /// Whether both are the same text; what cannot be written down equals nothing else that can.
    public static func == (left: EvidenceText, right: EvidenceText) -> Bool {
        (try? left.text()) == (try? right.text())
    }

    /// Hashes the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(try? text()) }
}
