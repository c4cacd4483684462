public import Cases
public import FlywheelStore

/// What somebody works next, and why that.
public struct NextCase: Sendable {
    /// The case that comes first of those they can take.
    public struct Pick: Sendable {
        /// As it is kept.
        public let record: CaseRecord
        /// As it stands now, with what the order of work goes by.
        public let waiting: WaitingCase
        /// What it needs of who works it.
        public let need: CaseNeed
        /// Whether a rule gave it to them already.
        public let isTheirs: Bool
    }

    /// What comes first; `nil` where they can take nothing that waits.
    public internal(set) var pick: Pick?
    /// How many cases that nobody has in hand they could take, the first among them.
    public internal(set) var able = 0
    /// What stands between them and the others that nobody has, by how many cases it does; of several obstacles to one case
    /// the first counts.
    public internal(set) var obstacles: [Obstacle: Int] = [:]
}

extension RoutingDesk {
    /// What a person works next: of the cases that rules gave them and those that nobody has, the one that saves most, then
    /// the one that is due first. Whether it is their time to work is theirs to know.
    ///
    /// - Throws: ``CaseWorkError/nobody(_:_:)`` where settings name the people of the desk and not them.
    public func next(for name: String) throws -> NextCase {
        guard var person = rules.people.isEmpty ? DeskPerson(name) : rules.person(name) else {
            throw CaseWorkError.nobody(name, rules.people.map(\.name))
        }
        person.shift = nil
        let (router, load) = (try rules.router(), rules.people.isEmpty ? 0 : try load(of: name))
        var next = NextCase()
        var candidates: [(waiting: WaitingCase, record: CaseRecord)] = []
        try each { record, contents in
            guard contents.state.waitsForDesk, !contents.isClaimed else { return }
            let isTheirs = contents.owner == name
            guard isTheirs || contents.owner == nil else { return }
            // What they have already takes no more room.
            let obstacles = router.obstacles(
                to: person, for: router.need(of: contents), load: isTheirs ? 0 : load, at: now)
            guard obstacles.isEmpty else {
                obstacles.first.map { next.obstacles[$0, default: 0] += 1 }
                return
            }
            candidates.append((try waiting(record.id, contents), record))
        }
        next.able = candidates.count
        // All of them are within their room, counted above.
        next.pick = router.next(for: person, among: candidates.map(\.waiting), load: 0, at: now).map { place in
            let (waiting, record) = candidates[place]
            let matter = waiting.matter
            return NextCase.Pick(
                record: record, waiting: waiting, need: router.need(of: matter), isTheirs: matter.owner != nil)
        }
        return next
    }
}
