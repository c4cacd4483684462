/// A record's number in the store, stable for ever and never used again, with the letter of its kind: `X1042`.
public struct RecordID<Kind: RecordKind>: Hashable, Comparable, Sendable, Codable {
    /// The number.
    public let number: Int64

    /// Names the record of that number.
    public init(_ number: Int64) { self.number = number }

    /// Reads `X1042`, `x1042` or `1042`.
    public init?(text: some StringProtocol) {
        let digits = text.uppercased().hasPrefix(Kind.letter) ? text.dropFirst(Kind.letter.count) : text[...]
        guard let number = Int64(digits), number > 0 else { return nil }
        self.number = number
    }

    /// Lower numbers first.
    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension RecordID: CustomStringConvertible {
    /// The letter and the number.
    public var description: String { "\(Kind.letter)\(number)" }
}

/// What a record number can be of.
public protocol RecordKind {
    /// The letter that its numbers are written with.
    static var letter: String { get }
}

/// The id of an import.
public typealias ImportID = RecordID<ImportRecord>
/// The id of an exception.
public typealias ExceptionID = RecordID<ExceptionRecord>
/// The id of a rotation.
public typealias RotationID = RecordID<RotationRecord>
