import FlywheelKit
import FlywheelStore

// What holds of all that everybody is told of.
extension CommitmentDesk {
    /// All of a kind as they stand, in the order they were first told of.
    func notices<Body: NoticeBody>() throws -> [Notice<Body>] {
        try store.loopRecords(Body.kind).compactMap { try Notice($0, asKnownAt: now) }
    }

    /// The one of a number.
    func notice<Body: NoticeBody>(_ number: Int64) throws -> Notice<Body> {
        guard let record = try store.loopRecord(Body.kind, number),
            let notice = try Notice<Body>(record, asKnownAt: now)
        else { throw CommitmentError.unknown("\(Body.kind.letter)\(number)") }
        return notice
    }

    /// The one of a number, of which more can be said now.
    func lasting<Body: NoticeBody>(_ number: Int64) throws -> Notice<Body> {
        let notice: Notice<Body> = try notice(number)
        guard notice.newest <= now else { throw CommitmentError.tooEarly(notice.id, last: notice.newest) }
        let state = notice.state(at: now)
        guard !state.isOver else { throw CommitmentError.isOver(notice.id, state: state.rawValue) }
        return notice
    }

    /// Says the first thing.
    func tell<Body: NoticeBody>(_ body: Body) throws -> Notice<Body> {
        try check(title: body.title, text: body.last.text)
        let number = try store.reserve(1, of: Body.kind)
        return try keep(
            body,
            in: LoopRecord(
                Body.kind, number: number, key: "\(Body.kind.letter)\(number)", state: "", at: now, by: actor.name))
    }

    /// Says what more there is to say.
    func tell<Body: NoticeBody>(_ update: Body.Update, of notice: Notice<Body>) throws -> Notice<Body> {
        try check(title: nil, text: update.text)
        var body = notice.body
        body.updates.append(update)
        return try keep(body, in: notice.record)
    }

    private func keep<Body: NoticeBody>(_ body: Body, in record: LoopRecord) throws -> Notice<Body> {
        var record = record
        record.state = body.state(at: now).rawValue
        record.at = now
        record.body = try CanonicalJSON.text(body)
        try store.keep([record], by: actor, at: now)
        return try notice(record.number)
    }

    /// Writes down which promises of updates and of maintenance time has broken, so that the journal tells it on.
    ///
    /// What it writes is true without being written. What another hand changes meanwhile is left to the next time.
    ///
    /// - Returns: the ids of what was written down.
    @discardableResult
    public func noteMissed() throws -> [String] {
        try missed(incidents()) + missed(maintenance())
    }

    private func missed<Body: NoticeBody>(_ notices: [Notice<Body>]) throws -> [String] {
        try notices.compactMap { notice in
            let state = notice.state(at: now)
            var record = notice.record
            // Seen from before it was last changed, it is not how it stands.
            guard state.isMissed, record.state != state.rawValue, record.at <= now else { return nil }
            record.state = state.rawValue
            record.at = now
            do { try store.keep([record], by: Actor(.rule, "upkeep"), at: now) } catch StoreError
                .recordsChangedMeanwhile
            {
                return nil
            }
            return record.id
        }
    }
}
