import ArgumentParser

extension ParsableCommand {
    /// The command with flags that an address or a form gave. Throws a ``Diagnostic`` that says which of them means nothing.
    static func reading(_ arguments: [String]) throws(Diagnostic) -> Self {
        do {
            return try parse(arguments)
        } catch {
            throw Diagnostic("usage", Usage.sentence(of: message(for: error)), exit: .usage)
        }
    }
}
