public import FlywheelKit
public import FlywheelStore

/// Brings a message to its receiver. It throws nothing: whatever happens is a reply.
public protocol Courier: Sendable {
    /// Sends a delivery's body to its subscription's address.
    func send(_ delivery: DeliveryRecord, to subscription: SubscriptionRecord, now: Instant) async -> Reply
}

/// A courier for each kind of subscription, as the configuration has it.
public struct Couriers: Courier {
    private let addresses: AddressGuard
    private let posts: PostCourier
    private let mails: MailCourier?

    /// Couriers that send where the settings let them.
    public init(_ settings: OutboxSettings) {
        addresses = AddressGuard(allowing: settings.networks)
        posts = PostCourier(addresses: addresses)
        mails = settings.mail.map(MailCourier.init)
    }

    /// Why nothing reaches a subscription while the settings stay what they are, a word such as `loopback-address`; `nil` where
    /// only sending shows.
    public func obstacle(to subscription: SubscriptionRecord) -> String? {
        guard subscription.state != .removed else { return nil }
        switch subscription.kind {
        case .webhook, .slack:
            do { return addresses.obstacle(to: try TargetURL(subscription.target)) } catch { return error.rawValue }
        case .mail: return mails == nil ? Self.noMailServer : nil
        }
    }

    /// The same, with what the store knows of who gets it.
    public func obstacle(
        to subscription: SubscriptionRecord, in store: some Store
    ) throws(StoreError) -> String? {
        if let obstacle = obstacle(to: subscription) { return obstacle }
        guard subscription.state != .removed else { return nil }
        return try store.isReaderKeptOut(of: subscription) ? "reader-kept-out" : nil
    }

    private static let noMailServer = "no-mail-server"

    /// Sends with the courier of the subscription's kind.
    public func send(_ delivery: DeliveryRecord, to subscription: SubscriptionRecord, now: Instant) async -> Reply {
        switch subscription.kind {
        case .webhook, .slack: await posts.send(delivery, to: subscription, now: now)
        case .mail: await mails?.send(delivery, to: subscription, now: now) ?? .forbidden(Self.noMailServer)
        }
    }
}
