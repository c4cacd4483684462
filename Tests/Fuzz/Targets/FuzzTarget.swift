/// A reader that is given bytes nobody meant for it.
public struct FuzzTarget: Sendable {
    /// What it is called on the command line, and its folder of seeds.
    public let name: String
    /// Reads the bytes. A reader may refuse them with its own error; anything it must never do is thrown as ``Broken``.
    public let read: @Sendable ([UInt8]) throws -> Void

    init(_ name: String, _ read: @escaping @Sendable ([UInt8]) throws -> Void) {
        self.name = name
        self.read = read
    }

    /// Every reader of bytes that come from outside of the program.
    public static let all = [
        bytes, text, rows, values, file, column, exposure, configuration, zone, stream, conversations, writing,
    ]
}

/// A promise that a reader did not keep.
public struct Broken: Error, CustomStringConvertible {
    /// What happened, and what should have.
    public let description: String

    init(_ description: String) { self.description = description }
}

/// Holds a reader to a promise.
func hold(_ isKept: Bool, _ promise: @autoclosure () -> String) throws(Broken) {
    if !isKept { throw Broken(promise()) }
}
