import FlywheelKit
import FlywheelStore
import Testing

/// What ended exceptions leave, and how a year of them is looked through.
extension Bench {
    /// Ends exceptions, each with an outcome.
    private func end(_ ids: [ExceptionID], _ adjust: (inout OutcomeRecord) throws -> Void) throws -> [OutcomeRecord] {
        var turn = try begin()
        for id in ids { turn.change(try exception(id), to: .cleared, .cleared) }
        turn.outcomes = try ids.map { id in
            var outcome = outcome(of: id)
            outcome.fingerprint = try exception(id).fingerprint
            try adjust(&outcome)
            return outcome
        }
        try queue([], in: turn)
        try store.publish(turn)
        return turn.outcomes
    }

    func outcomesAreLookedThroughByRange() throws {
        #expect(try store.outcomeIDs() == nil)
        let ids = try open("K1", "K2", "K3", "K4")
        let outcomes = try end([ids[0], ids[2], ids[3]]) { outcome in
            if outcome.exception != ids[2] { outcome.work = try work() }
            if outcome.exception == ids[3] { outcome.work = OutcomeWork(source: .stage, isOnsetKnown: false) }
        }
        #expect(try store.outcomes() == outcomes)
        try reopen()
        #expect(try store.outcomes() == outcomes)
        let bounds = try #require(try store.outcomeIDs())
        #expect(bounds == (ids[0], ids[3], 3))
        let families = try store.families()
        var found: [OutcomeLine] = []
        try store.readOutcomes(ids[1]...ids[3]) { found.append($0) }
        let family = try #require(found.first?.family)
        #expect(found == outcomes.dropFirst().map { OutcomeLine($0, family: family) })
        #expect(
            try found.map {
                try #require(families[$0.family]).fingerprint(code: $0.code, discriminator: $0.discriminator)
            }
                == outcomes.dropFirst().map(\.fingerprint))
    }

    func usedCausesAreCounted() throws {
        #expect(try store.usedCauses().isEmpty)
        let ids = try open("K1", "K2", "K3", "K4", "K5")
        _ = try end([ids[0], ids[1], ids[2]]) { outcome in
            outcome.rootCause = outcome.exception == ids[2] ? nil : "image"
            outcome.ended = noon.advanced(byDays: Double(outcome.exception.number))
            if outcome.exception == ids[1] { outcome.work = OutcomeWork(source: .group, isOnsetKnown: true) }
            (outcome.termsAtOpen, outcome.predicted) = ([7], outcome.exception == ids[2] ? noon : nil)
        }
        let recent = try store.outcomes(endedSince: noon.advanced(byDays: Double(ids[1].number)))
        #expect(recent.map(\.exception) == [ids[1], ids[2]])
        #expect(recent.map(\.termsAtOpen) == [[], [7]] && recent.allSatisfy(\.termsAtEnd.isEmpty))
        for (id, cause) in [(ids[3], "image"), (ids[4], "policy")] {
            var exception = try exception(id)
            exception.state = .verifying
            exception.rootCause = cause
            exception.closed = noon
            try store.change(
                exception, expecting: exception.version,
                event: JournalEvent(.closed, id.description, state: "verifying"), by: person, at: noon)
        }
        #expect(
            try store.usedCauses() == [
                UsedCause(
                    workflow: "suppressions", cause: "image", count: 2,
                    last: noon.advanced(byDays: Double(ids[0].number))),
                UsedCause(workflow: "suppressions", cause: "policy", count: 1, last: noon),
            ])
    }

    func publishedRotationsAreListed() throws {
        let first = try begin()
        try store.publish(first)
        let second = try begin(at: noon.advanced(byDays: 1))
        #expect(try store.rotations() == [first.rotation])
        try store.publish(second)
        #expect(try store.rotations() == [first.rotation, second.rotation])
    }

    func historiesAreThoseOfEachAlone() throws {
        var turn = try begin()
        let ids = try stage([fingerprint("K1"), fingerprint("K2"), fingerprint("K3")], in: &turn)
        turn.events = [
            JournalEvent(.opened, ids[0].description, count: 3, cause: "\(turn.rotation.id)", state: "active")
        ]
        try queue(ids, in: turn)
        try store.publish(turn)
        try change(ids[0], to: .verifying, .closed)
        try change(ids[0], to: .active, .reopened)
        try change(ids[2], to: .verifying, .closed)
        let histories = try store.histories(of: [ids[0], ids[1], ExceptionID(99)])
        #expect(Set(histories.keys) == [ids[0]])
        #expect(histories[ids[0]]?.map(\.event.verb) == [.closed, .reopened])
        #expect(histories[ids[0]]?.map(\.actor) == [person, person] && histories[ids[0]]?.first?.at == noon)
        #expect(
            try histories[ids[0]]?.map(\.event) == store.history(of: ids[0].description).dropFirst().map(\.event))
        #expect(try store.histories(of: []).isEmpty)
    }
}
