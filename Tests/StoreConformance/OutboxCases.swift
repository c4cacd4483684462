import FlywheelKit
import FlywheelStore
import Testing

/// A message to a subscription about an entry of the journal.
private func delivery(_ id: SubscriptionID, _ sequence: Int64, _ position: Int = 0) -> DeliveryRecord {
    DeliveryRecord(
        id: "\(id)-\(sequence)-\(position)", subscription: id, sequence: sequence, position: position, verb: "closed",
        subject: "X\(sequence)", count: 2, body: "{\"n\":\(sequence)}", made: noon)
}

extension Bench {
    private func subscribe(_ kind: SubscriptionRecord.Kind = .webhook) throws -> SubscriptionRecord {
        let draft = SubscriptionRecord(
            id: SubscriptionID(99), kind: kind, target: "https://example.com/in?a=b",
            filter: EventFilter(verbs: ["closed"], accounts: []), secrets: [.random(), .random()], at: noon, by: "ada")
        let id = try store.subscribe(draft, by: person, at: noon)
        let kept = try #require(try store.subscription(id))
        #expect(kept.secrets == draft.secrets)
        return kept
    }

    private func waiting(_ id: SubscriptionID) throws -> [String] {
        try store.waitingDeliveries(of: id, limit: 99).map(\.id)
    }

    func subscriptionsReturnAsTheyWere() throws {
        try open("K1")
        let first = try subscribe()
        let second = try subscribe(.mail)
        #expect([first.id, second.id] == [SubscriptionID(1), SubscriptionID(2)])
        #expect(first.cursor == 2, "it is told of what comes after its own beginning")
        #expect(first.target == "https://example.com/in?a=b" && first.kind == .webhook && first.state == .active)
        #expect(first.filter == EventFilter(verbs: ["closed"], workflows: nil, accounts: []))
        #expect(first.version == 1 && first.at == noon && first.by == "ada" && first.restsUntil == nil)
        try reopen()
        #expect(try store.subscriptions() == [first, second])
        #expect(try store.subscription(SubscriptionID(3)) == nil)
        #expect(try store.journalFaults() == [])
    }

    func subscriptionChangesNeedTheirVersion() throws {
        var subscription = try subscribe()
        let late = subscription
        subscription.state = .disabled
        subscription.reason = "gone"
        subscription.secrets = [.random()]
        subscription.cursor = 77
        try store.change(subscription, .disabled, by: person, at: noon)
        let kept = try #require(try store.subscription(late.id))
        #expect(kept.state == .disabled && kept.reason == "gone" && kept.secrets == subscription.secrets)
        #expect(kept.version == 2 && kept.cursor == late.cursor)
        #expect(throws: StoreError.recordsChangedMeanwhile(["W1"])) {
            try self.store.change(late, .paused, by: person, at: noon)
        }
        #expect(try store.history(of: "W1").map(\.event.verb) == [.subscribed, .disabled])
        #expect(try store.journalFaults() == [])
    }

    func removedSubscriptionsLeaveNothingBehind() throws {
        var subscription = try subscribe()
        let other = try subscribe()
        #expect(try store.take([delivery(subscription.id, 1)], for: subscription.id, from: 1, to: 2))
        #expect(try store.take([delivery(other.id, 2)], for: other.id, from: 2, to: 3))
        subscription.state = .removed
        try store.change(subscription, .unsubscribed, by: person, at: noon)
        #expect(try store.subscriptions().map(\.id) == [other.id])
        let left = try #require(try store.subscription(subscription.id))
        #expect(left.target.isEmpty && left.secrets.isEmpty && left.filter == EventFilter())
        #expect(try store.deliveries(of: nil, in: nil, limit: 9).map(\.subscription) == [other.id])
        #expect(try subscribe().id == SubscriptionID(3), "an id is never given twice")
        #expect(try store.journalFaults() == [])
    }

    func deliveriesAreTakenWithTheirCursor() throws {
        let id = try subscribe().id
        #expect(try store.take([delivery(id, 3, 1), delivery(id, 3), delivery(id, 2)], for: id, from: 1, to: 3))
        #expect(try !store.take([delivery(id, 4)], for: id, from: 1, to: 4), "somebody else took them already")
        #expect(try waiting(id) == ["W1-2-0", "W1-3-0", "W1-3-1"])
        try reopen()
        #expect(try store.subscription(id)?.cursor == 3)
        #expect(try store.waitingDeliveries(of: id, limit: 1) == [delivery(id, 2)])
        #expect(try store.delivery("W1-3-1") == delivery(id, 3, 1))
        #expect(try store.delivery("W1-9-0") == nil)
        #expect(try store.countDeliveries(of: id, in: .waiting) == 3)
        #expect(try store.countDeliveries(of: id, in: .dead) == 0)
    }

    func attemptsAreKept() throws {
        let id = try subscribe().id
        _ = try store.take([delivery(id, 2), delivery(id, 3)], for: id, from: 1, to: 3)
        var first = delivery(id, 2)
        (first.attempts, first.next, first.tried, first.outcome) = (1, noon.advanced(bySeconds: 5), noon, "503")
        try store.settle(first, restingUntil: noon.advanced(bySeconds: 60))
        #expect(try store.delivery(first.id) == first)
        #expect(try store.subscription(id)?.restsUntil == noon.advanced(bySeconds: 60))
        var stale = first
        stale.outcome = "late"
        try store.settle(stale, restingUntil: nil)
        #expect(try store.delivery(first.id) == first, "an attempt counts once")
        (first.attempts, first.state, first.outcome) = (2, .delivered, "204")
        try store.settle(first, restingUntil: nil)
        #expect(try store.delivery(first.id)?.body.isEmpty == true)
        #expect(try store.subscription(id)?.restsUntil == nil)
        #expect(try waiting(id) == ["W1-3-0"])
        #expect(try store.deliveries(of: id, in: nil, limit: 9).map(\.id) == ["W1-3-0", "W1-2-0"])
        #expect(try store.deliveries(of: nil, in: .delivered, limit: 9).map(\.id) == ["W1-2-0"])
        #expect(try store.forgetDeliveries(deliveredBefore: noon) == 0)
        #expect(try store.forgetDeliveries(deliveredBefore: noon.advanced(bySeconds: 1)) == 1)
        #expect(try store.deliveries(of: nil, in: nil, limit: 9).map(\.id) == ["W1-3-0"])
    }

    func deliveriesWaitAgain() throws {
        let id = try subscribe().id
        var dead = delivery(id, 2)
        (dead.attempts, dead.state) = (1, .dead)
        #expect(try store.wait([delivery(id, 2), delivery(id, 3)], again: false) == 2)
        try store.settle(dead, restingUntil: nil)
        #expect(try store.wait([delivery(id, 2), delivery(id, 3)], again: false) == 0)
        #expect(try waiting(id) == ["W1-3-0"])
        #expect(try store.wait([delivery(id, 2), delivery(id, 3), delivery(id, 4)], again: true) == 2)
        #expect(try waiting(id) == ["W1-2-0", "W1-3-0", "W1-4-0"])
        #expect(try store.delivery("W1-2-0")?.attempts == 0)
        #expect(try store.subscription(id)?.cursor == 1)
    }
}
