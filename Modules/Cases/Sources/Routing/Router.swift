public import Calendars
public import FlywheelKit

/// Says who works which case: by what the case needs, who can, who is at work, and who has room.
///
/// The first rule that is meant for a case says what it needs; its side, its language, the step it was passed up to and the
/// group that a person gave it to are needed as well. Nobody is ever given what they are not able to do, and nobody more
/// than they may have; a case that nobody can take waits, and says why.
public struct Router: Sendable {
    /// Rules, the first that is meant for a case counts.
    public let rules: [RoutingRule]
    /// Who works cases.
    public let people: [DeskPerson]
    private let calendars: [String: BusinessCalendar]
    private let bar: @Sendable (_ name: String, _ account: String) -> Obstacle?

    /// - Parameters:
    ///   - calendars: working hours by name; somebody whose hours are not among them is never at work.
    ///   - bar: what keeps somebody from seeing what is of an account; `nil` where nothing does.
    public init(
        _ rules: [RoutingRule], people: [DeskPerson], calendars: [String: BusinessCalendar],
        bar: @escaping @Sendable (_ name: String, _ account: String) -> Obstacle? = { _, _ in nil }
    ) {
        self.rules = rules
        self.people = people
        self.calendars = calendars
        self.bar = bar
    }

    /// What a case needs.
    public func need(of matter: Case) -> CaseNeed {
        let rule = rules.first { $0.conditions.hold(for: matter) }
        var need = CaseNeed()
        need.account = matter.account
        need.rule = rule?.id
        need.sides = (rule?.sides ?? []).union(matter.side.map { [$0] } ?? [])
        need.language = matter.language
        need.skills = rule?.skills ?? []
        // What a rule said of its group gives way to what rules say now.
        if case .person? = matter.groupWord.here?.by { need.group = matter.groupWord.here?.value ?? nil }
        need.group = need.group ?? rule?.group
        need.level = max(rule?.level ?? 0, matter.step)
        return need
    }

    /// What stands between somebody and a case, what does not pass first; empty where they can take it now.
    ///
    /// - Parameter load: how many open cases they have.
    public func obstacles(to person: DeskPerson, for need: CaseNeed, load: Int, at now: Instant) -> [Obstacle] {
        var obstacles: [Obstacle] = []
        if let bar = bar(person.name, need.account) { obstacles.append(bar) }
        let sides = person.sides.isEmpty ? [] : need.sides.subtracting(person.sides)
        if !sides.isEmpty { obstacles.append(.sides(sides)) }
        if let language = need.language, !person.languages.isEmpty, !person.languages.contains(language) {
            obstacles.append(.language(language))
        }
        let skills = need.skills.subtracting(person.skills)
        if !skills.isEmpty { obstacles.append(.skills(skills)) }
        if let group = need.group, !person.groups.contains(group) { obstacles.append(.group(group)) }
        if person.level < need.level { obstacles.append(.level(person.level, needed: need.level)) }
        if load >= person.cap { obstacles.append(.full(cap: person.cap)) }
        if !isAtWork(person, at: now) { obstacles.append(.offShift) }
        return obstacles
    }

    /// Whom a case goes to now, or why it waits.
    ///
    /// Of those who can take it goes to who stands lowest on the ladder, so that seniors stay free for what only they may
    /// do; then to who has most room, by open cases of those they may have; then to who knows least besides; then by name.
    ///
    /// - Parameters:
    ///   - loads: how many open cases people have, by name; nobody named has none.
    ///   - excluded: who must not have it, such as who proposed what is to be reviewed.
    public func route(
        _ matter: Case, loads: [String: Int], at now: Instant, excluded: Set<String> = []
    ) -> Routing {
        let need = need(of: matter)
        var able: [DeskPerson] = []
        var passedOver: [Routing.PassedOver] = []
        for person in people where !excluded.contains(person.name) {
            let obstacles = obstacles(to: person, for: need, load: loads[person.name] ?? 0, at: now)
            if obstacles.isEmpty { able.append(person) } else { passedOver.append(.init(person.name, obstacles)) }
        }
        let chosen = able.min { goes(before: $0, $1, loads) }
        return Routing(
            need: need, person: chosen?.name, passedOver: passedOver,
            earliest: chosen == nil ? earliest(passedOver, at: now) : now)
    }

    private func goes(before one: DeskPerson, _ other: DeskPerson, _ loads: [String: Int]) -> Bool {
        // Shares of the cap without dividing: a/b < c/d is a * d < c * b.
        let (left, right) = ((loads[one.name] ?? 0) * other.cap, (loads[other.name] ?? 0) * one.cap)
        func breadth(_ person: DeskPerson) -> Int { person.skills.count + person.languages.count }
        return (one.level, left, breadth(one), one.name) < (other.level, right, breadth(other), other.name)
    }

    /// Whether somebody is at work at a moment.
    public func isAtWork(_ person: DeskPerson, at now: Instant) -> Bool {
        guard let shift = person.shift else { return true }
        return calendars[shift]?.isOpen(at: now.seconds) ?? false
    }

    /// When the first begins work of those who only are not at work.
    private func earliest(_ passedOver: [Routing.PassedOver], at now: Instant) -> Instant? {
        passedOver.filter { $0.obstacles == [.offShift] }.compactMap { passed in
            people.first { $0.name == passed.person }?.shift.flatMap { calendars[$0] }?.nextOpening(after: now.seconds)
        }.min().map(Instant.init(seconds:))
    }
}
