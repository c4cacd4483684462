#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The right to send from a store, which one program at a time has: of two, each would send everything.
///
/// It is a lock on a file beside the store that the system takes back however a program ends, so that nothing is left of one
/// that was killed.
enum OneSender {
    /// Does what sends, where nobody else does; refuses where somebody does.
    static func only<Value>(from store: String, _ work: () throws -> Value) throws -> Value {
        let path = "\(store).sender"
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw Diagnostic("file", "\(path) cannot be opened: \(String(cString: strerror(errno)))", exit: .failed)
        }
        defer { close(file) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            throw Diagnostic(
                "in-service", "another program serves or sends from \(store)",
                notes: ["two would send every message twice; nothing was begun"],
                help: "end the other flywheel serve, or leave sending to it", exit: .refused)
        }
        return try work()
    }
}
