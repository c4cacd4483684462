import Transfers

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Looks names up as the system does.
public enum SystemResolver {
    /// Why a name was not found, in the system's words.
    struct Failure: Error {
        let code: Int32
    }

    /// The addresses of a name.
    @Sendable public static func addresses(of host: String) async throws -> [IPAddress] {
        try await blocking { try lookUp(host) }
    }

    private static func lookUp(_ host: String) throws -> [IPAddress] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_protocol = Int32(IPPROTO_TCP)
        var first: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, nil, &hints, &first)
        guard code == 0 else { throw Failure(code: code) }
        defer { freeaddrinfo(first) }
        var found: [IPAddress] = []
        var next = first
        while let entry = next?.pointee {
            if let address = entry.ai_addr.flatMap({ address(at: $0, family: entry.ai_family) }),
                !found.contains(address)
            {
                found.append(address)
            }
            next = entry.ai_next
        }
        return found
    }

    private static func address(at pointer: UnsafeMutablePointer<sockaddr>, family: Int32) -> IPAddress? {
        let raw = UnsafeRawPointer(pointer)
        switch family {
        case AF_INET:
            return IPAddress(
                bytes: withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in.self).sin_addr) { Array($0) })
        case AF_INET6:
            return IPAddress(
                bytes: withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr) { Array($0) })
        default: return nil
        }
    }
}
