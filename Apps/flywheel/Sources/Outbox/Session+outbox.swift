import FlywheelHost
import FlywheelStore
import Outbox

extension Session {
    /// Who is told of what happens, as the person who acts decides it.
    var subscriptions: SubscriptionDesk { SubscriptionDesk(store: host.store, by: actor, now: now) }

    /// Sends a message that tells of nothing.
    func test(_ subscription: SubscriptionRecord) throws -> Reply {
        let (couriers, now) = (Couriers(outbox), now)
        return try Waiting.finish { await couriers.send(subscription.test(now: now), to: subscription, now: now) }
    }

    /// Does something about subscriptions; what is refused is put into words.
    func subscribing<Value>(_ act: () throws -> Value) throws -> Value {
        do { return try act() } catch let error as SubscriptionError { throw Diagnostic(error) }
    }

    /// A subscription with how its deliveries stand.
    func listed(_ subscription: SubscriptionRecord) throws -> ListedSubscription {
        try ListedSubscription(subscription, in: host.store, by: Couriers(outbox))
    }

    /// What is said of a subscription, with a secret that was just made.
    func answer(
        _ subscription: SubscriptionRecord, showing secret: SigningSecret? = nil
    ) throws -> SubscriptionAnswer {
        SubscriptionAnswer(
            subscription: try listed(subscription), secret: secret?.text)
    }
}
