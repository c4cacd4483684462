import FlywheelKit
import FlywheelStore
import Transfers

extension Dispatcher {
    /// What came of sending something; no reply where that was cut off.
    private struct Attempt {
        let delivery: DeliveryRecord
        let reply: Reply?
    }

    /// Sends everything that one subscription can be sent at the moment.
    func serve(_ id: SubscriptionID) async throws -> Tally {
        var tally = Tally()
        while !Task.isCancelled {
            let batch = try await blocking { () -> (SubscriptionRecord, [DeliveryRecord])? in
                guard let subscription = try store.subscription(id), try store.tells(subscription) else { return nil }
                try take(subscription)
                let moment = now()
                guard subscription.restsUntil.map({ $0 <= moment }) ?? true else { return nil }
                // All that wait, as many as the backlog lets: what is to be tried later hides nothing that came after it.
                let waiting = try store.waitingDeliveries(of: id, limit: .max)
                return (subscription, DeliveryOrder.ready(waiting, at: moment))
            }
            guard let (subscription, ready) = batch, !ready.isEmpty else { break }
            guard try await send(ready, to: subscription, &tally) else { break }
        }
        return tally
    }

    /// Takes from the journal what came since, as long as there is room for it.
    func take(_ subscription: SubscriptionRecord) throws {
        var cursor = subscription.cursor
        var deliveries = EventDeliveries(store: store, telling: telling)
        while try store.countDeliveries(of: subscription.id, in: .waiting) < limits.backlog {
            // Asked first: entries without events that come in between would be passed over unseen.
            let end = try store.journalEnd()
            let lines = try store.events(after: cursor, limit: limits.page)
            let reached = lines.last?.sequence ?? end
            guard reached > cursor else { return }
            let made = try deliveries.make(lines, for: subscription, now: now())
            guard try store.take(made, for: subscription.id, from: cursor, to: reached) else { return }
            cursor = reached
        }
    }

    /// Sends deliveries, some of them at once, until they are all under way or the receiver is in trouble.
    ///
    /// - Returns: whether there may be more to send.
    private func send(
        _ ready: [DeliveryRecord], to subscription: SubscriptionRecord, _ tally: inout Tally
    ) async throws -> Bool {
        // A receiver that was in trouble is looked for with one message.
        let width = subscription.restsUntil == nil ? limits.inFlight : 1
        var left = ready[...]
        var goesOn = true
        var rest = subscription.restsUntil
        return try await withThrowingTaskGroup(of: Attempt.self) { group in
            for delivery in left.prefix(width) { group.addTask { await attempt(delivery, subscription) } }
            left = left.dropFirst(width)
            while let attempt = try await group.next() {
                guard let reply = attempt.reply else {
                    goesOn = false
                    continue
                }
                let (settled, until) = try await blocking { [rest] in
                    try settle(attempt.delivery, reply, resting: rest)
                }
                tally = tally + settled
                rest = until
                if reply.isTrouble || reply.isGone { goesOn = false }
                guard goesOn, let next = left.popFirst() else { continue }
                group.addTask { await self.attempt(next, subscription) }
            }
            return goesOn
        }
    }

    private func attempt(_ delivery: DeliveryRecord, _ subscription: SubscriptionRecord) async -> Attempt {
        let reply = await courier.send(delivery, to: subscription, now: now())
        // A program that is told to end breaks off what it sends, which is no fault of the receiver's.
        return Attempt(delivery: delivery, reply: Task.isCancelled && !reply.isTaken ? nil : reply)
    }

    /// Keeps what came of an attempt.
    ///
    /// - Parameter rest: until when the receiver was to be left alone so far.
    /// - Returns: what that was, and until when the receiver is to be left alone now.
    private func settle(
        _ delivery: DeliveryRecord, _ reply: Reply, resting rest: Instant?
    ) throws -> (Tally, restingUntil: Instant?) {
        let moment = now()
        var settled = delivery
        var tally = Tally()
        settled.attempts += 1
        settled.tried = moment
        settled.outcome = reply.word
        let next =
            reply.isTaken || reply.isGone
            ? nil : RetrySchedule.next(after: settled.attempts, of: delivery.id, from: moment)
        if reply.isTaken {
            settled.state = .delivered
            tally.delivered = 1
        } else if let next {
            settled.next = next
            tally.failed = 1
        } else {
            settled.state = .dead
            tally.dead = 1
        }
        let until = reply.rest(after: rest, next: next, now: moment)
        try store.settle(settled, restingUntil: until)
        if reply.isGone { try disable(delivery.subscription, at: moment) }
        return (tally, until)
    }

    /// Stops telling a receiver that said it wants nothing any more.
    private func disable(_ id: SubscriptionID, at moment: Instant) throws {
        guard var subscription = try store.subscription(id), subscription.state == .active else { return }
        subscription.state = .disabled
        subscription.reason = "gone"
        do throws(StoreError) {
            try store.change(subscription, .disabled, by: .flywheel, at: moment)
        } catch {
            // Where somebody decided about it at this very moment, that stands; the next answer says the same again.
            if case .recordsChangedMeanwhile = error { return }
            throw error
        }
    }
}
