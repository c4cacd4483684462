/// Lets messages leave for the public internet alone, and for networks that an administrator named.
///
/// A name is looked up once for each attempt, every address it has must be allowed, and the one that was checked is the one
/// that is connected to: a name that changes its answer meanwhile gains nothing.
public struct AddressGuard: Sendable {
    /// The addresses of a name, at least one.
    public typealias Resolver = @Sendable (String) async throws -> [IPAddress]

    /// Why an address is not sent to, a word such as `private-address`.
    public struct Refusal: Error, Hashable, Sendable {
        /// The word.
        public let word: String

        /// Whether the name may have addresses at another time.
        public var isPassing: Bool { word == "no-address" }
    }

    private let allowed: [Network]
    private let resolve: Resolver

    /// - Parameters:
    ///   - allowed: networks that are sent to although they are not public, without encryption too.
    ///   - resolve: looks names up.
    public init(allowing allowed: [Network] = [], resolve: @escaping Resolver = SystemResolver.addresses) {
        self.allowed = allowed
        self.resolve = resolve
    }

    /// The address to connect to for a target, once it and all others of its name were checked.
    public func check(_ target: TargetURL) async throws(Refusal) -> IPAddress {
        let addresses: [IPAddress]
        if let address = target.address {
            addresses = [address]
        } else {
            do { addresses = try await resolve(target.host) } catch { throw Refusal(word: "no-address") }
        }
        guard let first = addresses.first else { throw Refusal(word: "no-address") }
        for address in addresses {
            if allowed.contains(where: { $0.contains(address) }) { continue }
            if let word = address.reservation { throw Refusal(word: word) }
            guard target.isSecure else { throw Refusal(word: TargetURL.Fault.notHTTPS.rawValue) }
        }
        return first
    }
}
