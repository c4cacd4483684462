/// Where secrets come from: a source that tests can foresee, and nobody else.
public struct Chance: Sendable {
    let bytes: @Sendable (Int) -> [UInt8]

    /// A source of that many bytes at a time.
    public init(_ bytes: @escaping @Sendable (Int) -> [UInt8]) { self.bytes = bytes }

    /// The system's own source for secrets.
    public static let system = Chance { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// 256 bits as text that fits into a header, a form and an address.
    public func secret() -> String { bytes(32).base64URL }
}
