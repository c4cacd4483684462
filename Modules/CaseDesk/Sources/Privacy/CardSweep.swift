import Cases
import Conversations
public import FlywheelKit
public import FlywheelStore
import Foundation

/// Takes numbers of payment cards out of what cases name: programs before this one kept what somebody called an order, and was
/// a card, as a link of the case, where erasing what people wrote did not reach it.
///
/// It goes through a store once, and the model of its kind says that it did. What the facts know as an order is one, however it
/// looks.
public struct CardSweep: Sendable {
    private static let kind = "card-sweep"

    private let store: any CaseStore
    private let now: Instant

    /// The sweep of a store at one moment.
    public init(_ store: any CaseStore, now: Instant) {
        self.store = store
        self.now = now
    }

    /// Goes through all cases, those that are over and those that went into others too, unless that was done before.
    ///
    /// - Returns: how many cases named a card.
    @discardableResult
    public func run() throws -> Int {
        guard try store.model(Self.kind, digest: nil) == nil else { return 0 }
        let found = try look()
        // A desk without a case has nothing to go through yet, and its journal says nothing of it.
        guard found.hasCases else { return 0 }
        // First wherever they stand, in what undoing would bring back too: cut off after this, the next run has nothing to look
        // for but what is left of the links.
        if !found.cards.isEmpty {
            var erasure = Erasure()
            erasure.strings = found.cards.sorted()
            erasure.events = [JournalEvent(.erased, "", detail: Self.kind)]
            _ = try store.erase(erasure, by: .flywheel, at: now)
        }
        let late = found.cards.isEmpty && !found.hasErased ? 0 : try dropErased()
        try store.overwriteErased()
        // What another hand changed meanwhile is looked at the next time.
        guard late == 0 else { return found.cases.count }
        try store.keep(
            ModelRecord(
                kind: Self.kind, at: now, by: Actor.flywheel.name, about: #"{"cases":\#(found.cases.count)}"#,
                bytes: Array(Self.kind.utf8)), by: .flywheel)
        return found.cases.count
    }

    /// What is found in cases.
    private struct Found {
        var cards: Set<String> = []
        /// Those that name one of them.
        var cases: Set<CaseID> = []
        var hasCases = false
        /// Whether a run that was cut off left links without their cards.
        var hasErased = false
    }

    private var all: CaseQuery {
        var query = CaseQuery()
        query.includesMerged = true
        query.order = .updated
        return query
    }

    private func look() throws -> Found {
        var found = Found()
        try store.forEachPage(of: all) { page in
            found.hasCases = found.hasCases || !page.isEmpty
            for (record, contents) in page {
                for link in contents.links {
                    if link.code == Erasure.mark {
                        found.hasErased = true
                    } else if !link.isConfirmed, FoundLink.holdsCard(link.code) {
                        found.cards.insert(link.code)
                        found.cases.insert(record.id)
                    }
                }
            }
        }
        return found
    }

    /// Takes links whose card was erased out of their cases.
    ///
    /// - Returns: of how many cases another hand changed something meanwhile.
    private func dropErased() throws -> Int {
        var late = 0
        try store.forEachPage(of: all) { page in
            late += try store.take(
                page.compactMap { try withoutErased($0.record, $0.contents) }, by: .flywheel, at: now
            ).count
        }
        return late
    }

    private func withoutErased(_ record: CaseRecord, _ before: Case) throws -> CaseAct? {
        var contents = before
        contents.links.removeAll { $0.code == Erasure.mark }
        guard contents != before else { return nil }
        var next = record
        try next.hold(contents)
        var act = CaseAct()
        act.cases = [(next, record.version)]
        return act
    }
}
