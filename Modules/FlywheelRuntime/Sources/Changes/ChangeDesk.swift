public import FlywheelKit
public import FlywheelStore

/// What people decide about changes of listings. The rules stand here, not in a screen: every door leads through them.
///
/// Limits are held against what is known at the moment of the decision, and once more when a change is written.
public struct ChangeDesk: Sendable {
    let store: any Store
    let plan: Plan
    let policy: ChangePolicy
    let zones: Zones
    let terms: StatedTerms
    let actor: Actor
    let now: Instant

    /// The decisions of one person at one moment.
    ///
    /// - Parameter terms: what is taken of sales, which floors have to cover.
    public init(
        _ store: any Store, plan: Plan, policy: ChangePolicy, zones: Zones, terms: StatedTerms, actor: Actor,
        now: Instant
    ) {
        self.store = store
        self.plan = plan
        self.policy = policy
        self.zones = zones
        self.terms = terms
        self.actor = actor
        self.now = now
    }

    /// A change that may be written, with what is known of its listing.
    public struct Ready: Hashable, Sendable {
        /// The change.
        public let record: ChangeRecord
        /// What it sets: the change, or the price that it replaced when it is taken back.
        public let sets: ListingChange
        /// What is known of the listing.
        public let listing: ListingNow
    }

    /// Approves of a change, in the mode its account is in now; approving once more in that mode changes nothing.
    ///
    /// - Parameter values: values of attributes that only a person knows, by name.
    @discardableResult
    public func approve(_ id: ChangeID, values: [String: String] = [:]) throws(ChangeError) -> ChangeRecord {
        let before = try record(id)
        guard before.state.isWaiting else { throw .state(id, before.state) }
        var change = try current([before])[0]
        change.completed = try completed(change, with: values)
        change.state = .approved
        change.mode = policy.mode(of: before.subject.account)
        guard change != before else { return before }
        try checkOpen(change)
        try checkLimits(change, listings(of: [change])[change.subject], moves: moves())
        change.decided = now
        change.decidedBy = actor.name
        return try settle([SettledChange(change, .approved, detail: change.mode.rawValue)])[0]
    }

    /// Refuses a change that waits; the same is not proposed again for its problem.
    @discardableResult
    public func refuse(_ id: ChangeID, reason: String) throws(ChangeError) -> ChangeRecord {
        guard Workbench.isWord(reason) else { throw .reasonNoWord(id, reason) }
        var change = try record(id)
        guard change.state.isWaiting else { throw .state(id, change.state) }
        change.state = .refused
        change.decided = now
        change.decidedBy = actor.name
        change.reason = reason
        return try settle([SettledChange(change, .refused, detail: reason)])[0]
    }

    /// What may be written of these changes, or of all that are approved, and why the others may not.
    ///
    /// - Parameter isTrial: whether nothing is going to be written, so that test mode does not stand against it.
    public func ready(
        _ ids: [ChangeID]? = nil, isTrial: Bool
    ) throws(ChangeError) -> (ready: [Ready], refused: [(change: ChangeID, why: ChangeError)]) {
        var (ready, refused): ([Ready], [(change: ChangeID, why: ChangeError)]) = ([], [])
        var records: [ChangeRecord] = []
        if let ids {
            for id in ids {
                do { records.append(try record(id)) } catch { refused.append((id, error)) }
            }
        } else {
            records = try stored { () throws(StoreError) in try store.listingChanges(waiting: true) }
                .filter { $0.state == .approved }
        }
        let known = try listings(of: records)
        let moves = try moves()
        var moving: [Subject: ChangeID] = [:]
        for change in records {
            do throws(ChangeError) {
                let listing = known[change.subject]
                try checkWritable(change, isTrial: isTrial)
                try checkLimits(change, listing, moves: moves)
                if case .price = change.change {
                    if let other = moving[change.subject] { throw ChangeError.afterAnother(change.id, other) }
                    moving[change.subject] = change.id
                }
                guard let listing else { throw ChangeError.listingUnknown(change.id) }
                ready.append(Ready(record: change, sets: change.change, listing: listing))
            } catch {
                refused.append((change.id, error))
            }
        }
        return (ready, refused)
    }

    /// What restores the price that a written change replaced.
    ///
    /// Neither limits nor modes hold it up: taking back is the way out. Only a price that somebody else set since does.
    public func restoring(_ id: ChangeID) throws(ChangeError) -> Ready {
        let change = try record(id)
        guard change.state == .written else { throw .state(id, change.state) }
        guard case .price(let price) = change.change, let listing = try listings(of: [change])[change.subject] else {
            throw .nothingToRestore(id)
        }
        guard listing.price == price.to || listing.price == price.from else {
            throw .priceMoved(id, found: listing.price, expected: price.to)
        }
        let back = PriceChange(
            from: price.to, to: price.from, unitsNow: price.unitsThen, unitsThen: price.unitsNow)
        return Ready(record: change, sets: .price(back), listing: listing)
    }

    /// Records that changes were written to files, each with its own.
    @discardableResult
    public func markWritten(_ written: [(change: Ready, path: String, digest: String)]) throws(ChangeError)
        -> [ChangeRecord]
    {
        try settle(
            written.map { ready, path, digest in
                var change = ready.record
                let file = ChangeRecord.File(path: path, digest: digest, at: now, by: actor.name)
                if change.state == .written {
                    change.state = .takenBack
                    change.restored = file
                    return SettledChange(change, .takenBack, detail: digest)
                }
                change.state = .written
                change.written = file
                return SettledChange(change, .written, detail: digest)
            })
    }
}

extension ChangeDesk {
    /// Changes as they stand now: those that nobody decided about yet in the mode that their approval would have, and with what
    /// is expected of them today.
    public func current(_ changes: [ChangeRecord]) throws(ChangeError) -> [ChangeRecord] {
        do { return try plan.current(changes.map(policy.current), in: store) } catch let error as StoreError {
            throw .store(error)
        } catch {
            throw .store(.failed("\(error)"))
        }
    }

    /// What is known of a change: its listing, what a file would carry of it, and what stands against writing it.
    public func view(
        of change: ChangeRecord
    ) throws(ChangeError) -> (listing: ListingNow?, ready: Ready?, obstacle: ChangeError?) {
        let listing = try listings(of: [change])[change.subject]
        if change.state == .written {
            do { return (listing, try restoring(change.id), nil) } catch { return (listing, nil, error) }
        }
        guard change.state.isWaiting else { return (listing, nil, nil) }
        let isComplete = change.change.attributesMissing.isEmpty
        let ready = isComplete ? listing.map { Ready(record: change, sets: change.change, listing: $0) } : nil
        do throws(ChangeError) {
            guard isComplete else { throw ChangeError.valuesMissing(change.id, change.change.attributesMissing) }
            try checkOpen(change)
            try checkLimits(change, listing, moves: moves())
            return (listing, ready, nil)
        } catch {
            return (listing, ready, error)
        }
    }
}
