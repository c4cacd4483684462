/// Why the bytes of a zone file were refused: where, what should have been there, and what was.
public struct ZoneFileError: Error, Hashable, Sendable {
    /// The zone the bytes were said to describe.
    public let identifier: String
    /// The position of the first wrong byte, counted from 0.
    public let offset: Int
    /// What the format asks for at that position.
    public let expected: String
    /// What the bytes hold there.
    public let found: String
}

extension ZoneFileError: CustomStringConvertible {
    /// One sentence for a person, such as `Europe/Paris, byte 0: expected "TZif", found 4 other bytes`.
    public var description: String {
        "\(identifier), byte \(offset): expected \(expected), found \(found)"
    }
}
