public import FlywheelKit
public import FlywheelStore

/// Brings a message to its receiver. It throws nothing: whatever happens is a reply.
public protocol Courier: Sendable {
    /// Sends a delivery's body to its subscription's address.
    func send(_ delivery: DeliveryRecord, to subscription: SubscriptionRecord, now: Instant) async -> Reply
}

/// A courier for each kind of subscription, as the configuration has it.
public struct Couriers: Courier {
    private let posts: PostCourier
    private let mails: MailCourier?

    /// Couriers that send where the settings let them.
    public init(_ settings: OutboxSettings) {
        posts = PostCourier(addresses: AddressGuard(allowing: settings.networks))
        mails = settings.mail.map(MailCourier.init)
    }

    /// Sends with the courier of the subscription's kind.
    public func send(_ delivery: DeliveryRecord, to subscription: SubscriptionRecord, now: Instant) async -> Reply {
        switch subscription.kind {
        case .webhook, .slack: await posts.send(delivery, to: subscription, now: now)
        case .mail: await mails?.send(delivery, to: subscription, now: now) ?? .forbidden("no-mail-server")
        }
    }
}
