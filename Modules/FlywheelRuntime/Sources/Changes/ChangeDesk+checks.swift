import FlywheelKit
import FlywheelStore

extension ChangeDesk {
    func record(_ id: ChangeID) throws(ChangeError) -> ChangeRecord {
        guard let change = try stored({ () throws(StoreError) in try store.listingChange(id) }) else {
            throw .unknown(id)
        }
        guard now >= change.proposed else { throw .tooEarly(id, change.proposed) }
        return change
    }

    func listings(of changes: [ChangeRecord]) throws(ChangeError) -> [Subject: ListingNow] {
        do {
            return try ListingNow.read(Set(changes.map(\.subject)), in: store, asOf: now, zones: zones, terms: terms)
        } catch let error as StoreError {
            throw .store(error)
        } catch {
            throw .store(.failed("\(error)"))
        }
    }

    func settle(_ changes: [SettledChange]) throws(ChangeError) -> [ChangeRecord] {
        try stored { () throws(StoreError) in try store.settle(changes, by: actor, at: now) }
        return changes.map { settled in
            var change = settled.change
            change.version += 1
            return change
        }
    }

    func stored<Value>(_ read: () throws(StoreError) -> Value) throws(ChangeError) -> Value {
        do { return try read() } catch { throw .store(error) }
    }

    /// What a person makes of a proposal; `nil` where that is the proposal itself.
    func completed(_ change: ChangeRecord, with values: [String: String]) throws(ChangeError) -> ListingChange? {
        guard case .attributes(let attributes) = change.change else {
            guard let name = values.keys.min() else { return nil }
            throw .attributeUnknown(change.id, name, among: [])
        }
        let names = attributes.map(\.name)
        if let name = values.keys.sorted().first(where: { !names.contains($0) }) {
            throw .attributeUnknown(change.id, name, among: names)
        }
        let filled = attributes.map { AttributeChange($0.name, to: values[$0.name] ?? $0.value) }
        let whole = ListingChange.attributes(filled)
        guard whole.attributesMissing.isEmpty else { throw .valuesMissing(change.id, whole.attributesMissing) }
        return whole == change.proposal ? nil : whole
    }

    func checkOpen(_ change: ChangeRecord) throws(ChangeError) {
        let exception = try stored { () throws(StoreError) in try store.exception(change.exception) }
        guard let exception, exception.state.isOpen else {
            throw .exceptionEnded(change.id, change.exception, exception?.state ?? .withdrawn)
        }
    }

    func checkWritable(_ change: ChangeRecord, isTrial: Bool) throws(ChangeError) {
        guard change.state == .approved else { throw .state(change.id, change.state) }
        try checkOpen(change)
        let isLive = policy.mode(of: change.subject.account) == .live
        guard isLive || isTrial else { throw .testMode(change.id, account: change.subject.account) }
        guard !isLive || change.mode == .live else { throw .approvedInTestMode(change.id) }
    }

    /// Holds a price against what is known now. Of attributes there is nothing to hold, but that the listing is known.
    func checkLimits(
        _ change: ChangeRecord, _ listing: ListingNow?, moves: [Subject: [Move]]
    ) throws(ChangeError) {
        guard let listing else { throw .listingUnknown(change.id) }
        guard case .price(let price) = change.change else { return }
        let moves = moves[change.subject] ?? []
        let expected = listing.price.map { Self.standing($0, after: moves, now) }
        guard expected == price.from else { throw .priceMoved(change.id, found: expected, expected: price.from) }
        for case let limit? in [listing.floor, listing.ceiling] where limit.currency != price.to.currency {
            throw .limitForeign(change.id, to: price.to, limit: limit)
        }
        if let floor = listing.floor, price.to.minorUnits < floor.minorUnits {
            throw .belowFloor(change.id, to: price.to, floor: floor)
        }
        if let ceiling = listing.ceiling, price.to.minorUnits > ceiling.minorUnits {
            throw .aboveCeiling(change.id, to: price.to, ceiling: ceiling)
        }
        guard listing.floor != nil || price.to.minorUnits >= price.from.minorUnits else {
            throw .floorUnknown(change.id)
        }
        let recent = moves.count { $0.at > now.advanced(byDays: -1) }
        guard recent < policy.pricesPerDay else { throw .movesSpent(change.id, of: policy.pricesPerDay) }
    }

    /// A price that a file for the marketplace set.
    struct Move {
        let at: Instant
        let from: Money
        let to: Money
    }

    /// Every price that was written by now, by listing and oldest first, those taken back among them.
    func moves() throws(ChangeError) -> [Subject: [Move]] {
        let all = try stored { () throws(StoreError) in try store.listingChanges(waiting: false) }
        var moves: [Subject: [Move]] = [:]
        for change in all {
            guard case .price(let price) = change.change else { continue }
            let files = [
                change.written.map { Move(at: $0.at, from: price.from, to: price.to) },
                change.restored.map { Move(at: $0.at, from: price.to, to: price.from) },
            ]
            moves[change.subject, default: []] += files.compactMap(\.self).filter { $0.at <= now }
        }
        return moves.mapValues { $0.sorted { $0.at < $1.at } }
    }

    /// The price that stands once the marketplace has taken up what was written: files may not show it yet.
    private static func standing(_ shown: Money, after moves: [Move], _ now: Instant) -> Money {
        let pending = moves.filter { now.days(since: $0.at) <= Catalog.feed.freshForDays }
        guard let first = pending.firstIndex(where: { $0.from == shown }) else { return shown }
        return pending[first...].last?.to ?? shown
    }
}

extension ListingChange {
    /// The attributes whose values only a person knows.
    var attributesMissing: [String] {
        guard case .attributes(let attributes) = self else { return [] }
        return attributes.filter { $0.value?.contains { !$0.isWhitespace } != true }.map(\.name)
    }
}
