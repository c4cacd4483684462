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
        for address in addresses { if let refusal = refusal(of: address, isSecure: target.isSecure) { throw refusal } }
        return first
    }

    /// Why nothing can be sent to a target, as far as it says so itself: names are not looked up, but for those that mean this
    /// machine or none anywhere (RFC 6761, 6.3 and 6.4).
    func obstacle(to target: TargetURL) -> String? {
        if let address = target.address { return refusal(of: address, isSecure: target.isSecure)?.word }
        if target.isBeneath("invalid") { return Reply.unreachable.word }
        if target.isBeneath("localhost") {
            let refusals = ["127.0.0.1", "::1"].compactMap { IPAddress($0) }
                .map { refusal(of: $0, isSecure: target.isSecure) }
            return refusals.contains(nil) ? nil : refusals.first??.word
        }
        return target.isSecure || !allowed.isEmpty ? nil : TargetURL.Fault.notHTTPS.rawValue
    }

    /// Why nothing is sent to an address; `nil` where it may be.
    private func refusal(of address: IPAddress, isSecure: Bool) -> Refusal? {
        if allowed.contains(where: { $0.contains(address) }) { return nil }
        if let word = address.reservation { return Refusal(word: word) }
        return isSecure ? nil : Refusal(word: TargetURL.Fault.notHTTPS.rawValue)
    }
}
