public import FlywheelKit
public import FlywheelStore

/// Who is told of what happens, as people decide it.
public struct SubscriptionDesk {
    private let store: any Store
    private let actor: Actor
    private let now: Instant
    private let secret: () -> SigningSecret

    /// - Parameters:
    ///   - actor: who decides.
    ///   - secret: makes a new secret.
    public init(
        store: any Store, by actor: Actor, now: Instant, secret: @escaping () -> SigningSecret = SigningSecret.random
    ) {
        self.store = store
        self.actor = actor
        self.now = now
        self.secret = secret
    }

    /// Adds a subscription that is told of what happens from now on. A webhook is given a secret.
    ///
    /// Where its name leads is looked at when something is sent: names change.
    public func add(
        _ kind: SubscriptionRecord.Kind, at target: String, filter: EventFilter
    ) throws(SubscriptionError) -> SubscriptionRecord {
        switch kind {
        case .webhook, .slack:
            do { _ = try TargetURL(target) } catch { throw .target(error.rawValue) }
        case .mail:
            guard MailAddress(target) != nil else { throw .target("bad-mail-address") }
        }
        if let verb = filter.verbs?.first(where: { JournalEvent.Verb(rawValue: $0) == nil }) { throw .verb(verb) }
        let draft = SubscriptionRecord(
            id: SubscriptionID(1), kind: kind, target: target, filter: filter,
            secrets: kind == .webhook ? [secret()] : [], at: now, by: actor.name)
        return try stored { () throws(StoreError) in
            let id = try store.subscribe(draft, by: actor, at: now)
            guard let record = try store.subscription(id) else { throw .unknown("subscription \(id)") }
            return record
        }
    }

    /// One that is not removed.
    public func subscription(_ id: SubscriptionID) throws(SubscriptionError) -> SubscriptionRecord {
        let found = try stored { () throws(StoreError) in try store.subscription(id) }
        guard let found, found.state != .removed else { throw .unknown(id) }
        return found
    }

    /// Tells it nothing for now.
    public func pause(_ id: SubscriptionID, reason: String) throws(SubscriptionError) -> SubscriptionRecord {
        var subscription = try subscription(id)
        guard subscription.state == .active else { throw .state(id, subscription.state) }
        subscription.state = .paused
        subscription.reason = reason
        return try change(subscription, .paused)
    }

    /// Tells it again, what happened meanwhile first.
    public func resume(_ id: SubscriptionID) throws(SubscriptionError) -> SubscriptionRecord {
        var subscription = try subscription(id)
        guard subscription.state != .active else { throw .state(id, subscription.state) }
        subscription.state = .active
        subscription.reason = ""
        return try change(subscription, .resumed)
    }

    /// Signs with a new secret as well. All others stay valid until ``retire(_:)``: which of them the receiver has got to know, only
    /// who retires them can say.
    public func rekey(_ id: SubscriptionID) throws(SubscriptionError) -> SubscriptionRecord {
        var subscription = try subscription(id)
        guard subscription.kind == .webhook else { throw .unsigned(id) }
        subscription.secrets = [secret()] + subscription.secrets
        subscription.reason = "new-secret"
        return try change(subscription, .rekeyed)
    }

    /// Signs with the newest secret alone.
    public func retire(_ id: SubscriptionID) throws(SubscriptionError) -> SubscriptionRecord {
        var subscription = try subscription(id)
        guard subscription.kind == .webhook else { throw .unsigned(id) }
        subscription.secrets = Array(subscription.secrets.prefix(1))
        subscription.reason = "old-secret-retired"
        return try change(subscription, .rekeyed)
    }

    /// Removes it with everything that waits for it.
    public func remove(_ id: SubscriptionID) throws(SubscriptionError) -> SubscriptionRecord {
        var subscription = try subscription(id)
        subscription.state = .removed
        subscription.reason = ""
        return try change(subscription, .unsubscribed)
    }

    private func change(
        _ subscription: SubscriptionRecord, _ verb: JournalEvent.Verb
    ) throws(SubscriptionError) -> SubscriptionRecord {
        try stored { () throws(StoreError) in
            try store.change(subscription, verb, by: actor, at: now)
            return try store.subscription(subscription.id) ?? subscription
        }
    }

    private func stored<Value>(_ body: () throws(StoreError) -> Value) throws(SubscriptionError) -> Value {
        do { return try body() } catch { throw .store(error) }
    }
}

extension SubscriptionRecord {
    /// Its address as it may be shown: paths and queries of web addresses are often secrets.
    public var shownTarget: String {
        switch kind {
        case .webhook, .slack: (try? TargetURL(target))?.description ?? ""
        case .mail: target
        }
    }

    /// A message that tells of nothing, to see whether its receiver takes one.
    public func test(now: Instant) -> DeliveryRecord {
        let said = Digest(
            mail: MailText(subject: "Flywheel: a test of \(id)", text: "Nothing happened; this is a test.\n"),
            json: #"{"data":{},"timestamp":"\#(now)","type":"house.test"}"#)
        return DeliveryRecord(
            id: "\(id)-test-\(now.seconds)", subscription: id, sequence: 0, position: 0, verb: "test", subject: "test",
            body: (try? said.body(for: kind)) ?? "", made: now)
    }
}
