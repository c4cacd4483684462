import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A server that cannot listen at its address.
public struct CannotListen: Error, Hashable {
    /// Why not.
    public enum Reason: Sendable {
        /// Another program listens there.
        case taken
        /// Whoever runs the program may not.
        case forbidden
        /// The address is none of this machine's.
        case elsewhere

        init?(_ error: IOError) {
            switch error.errnoCode {
            case EADDRINUSE: self = .taken
            case EACCES: self = .forbidden
            case EADDRNOTAVAIL: self = .elsewhere
            default: return nil
            }
        }
    }

    /// The address it was to listen at.
    public let host: String
    /// The port.
    public let port: Int
    /// Why not.
    public let reason: Reason

    /// A server that cannot listen there.
    public init(host: String, port: Int, reason: Reason) {
        self.host = host
        self.port = port
        self.reason = reason
    }
}
