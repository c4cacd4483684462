public import Calendars
public import Cases
public import FlywheelStore
public import Settings

/// What a desk goes by: the section `cases` of `flywheel.yaml`. Every key may be left out, and any other is an error.
///
/// ```yaml
/// cases:
///   calendars:
///     berlin: {zone: Europe/Berlin, hours: {mon: "08:00-12:00 13:30-18:00"}, holidayFile: holidays.ics}
///   levels: [frontline, specialist, senior]     # the ladder, from below; each is a role as well
///   promises:                                   # the first that is meant for a case counts; hours are business hours
///     - {id: claims, when: {side: buyer, intents: [claim], stakes: {EUR: 250}}, firstResponse: 1, resolution: 8,
///        calendar: berlin, pauses: [waiting-on-requester], reopening: restart}
///     - {id: all, firstResponse: 8, update: 16, counting: interval}
///   people:
///     - {name: ann, sides: [buyer, seller], languages: [en, de], skills: [refunds], groups: [money], cap: 12,
///        shift: berlin, level: specialist, roles: [buyer-protection]}   # roles: for rights and masking alone
///   routing:                                    # the first that is meant for a case says what it needs
///     - {id: claims, when: {intents: [claim]}, group: money, skills: [refunds], sides: [buyer, seller],
///        level: specialist}
///   automation: {intents: [where-is-my-order]}  # what triage decides by itself; nothing without this
///   sendingHours: berlin                        # when messages go out that nobody waits for
/// ```
public struct DeskSettings: Sendable {
    /// When people work, by name; `office` always is one, Monday to Friday, 9 to 17 in universal time where nothing else is
    /// said of it.
    public private(set) var calendars: [String: BusinessCalendar] = ["office": .officeHours]
    /// The steps of the ladder, from the frontline up.
    public private(set) var levels = ["frontline", "specialist", "senior"]
    /// What is promised for which cases; the first that is meant for a case counts.
    public private(set) var promiseRules: [PromiseRule] = []
    /// Who works cases.
    public private(set) var people: [DeskPerson] = []
    /// What cases need of whoever works them; the first rule that is meant for a case counts.
    public private(set) var routingRules: [RoutingRule] = []
    /// What triage decides by itself; nothing until somebody says so.
    public private(set) var automation = Automation()
    /// Answers that are used again and again, with what else they do.
    public private(set) var macros: [Macro] = []
    /// Steps that kinds of cases need.
    public private(set) var checklists: [Checklist] = []
    /// What is blacked out of what people write, before it is kept.
    public private(set) var redaction = RedactionPolicy()
    /// Which mail is the desk's own, and how mail becomes threads.
    public private(set) var mail = MailSettings()
    /// How long what people wrote is kept.
    public private(set) var retention = RetentionPolicy()
    /// What personal text is hidden from whom.
    public private(set) var masking = MaskingPolicy()
    /// Whether all personal text is hidden, whatever ``masking`` shows: of somebody who has no right to read it.
    public var hidesPersonalText = false
    /// When messages go out that nobody waits for; `nil` where they may at any time.
    public private(set) var sendingHours: BusinessCalendar?
    /// Texts of messages that the desk writes first.
    public private(set) var templates: [OutreachTemplate] = []
    /// When the desk writes first.
    public private(set) var outreach: [OutreachRule] = []

    /// What its report goes by.
    public private(set) var quality = QualitySettings()
    /// The side of the marketplace that the desk works for.
    public private(set) var side = Side.seller
    /// Who may decide what, up to which amount; where nobody said, nobody may.
    public private(set) var rights = DecisionRights(version: "none", [])
    /// The rules of disputes: those that were stated, and the standard ones.
    public private(set) var disputes = DisputeRules.standard

    private enum Key: String, CaseIterable {
        case calendars, levels, promises, people, routing, automation, macros, checklists, redaction, retention, masking
        case mail, sendingHours, side, rights, disputes, quality, templates, outreach
    }

    private enum FileKey: String { case cases }

    /// The settings of a desk that was told nothing: no promises, no people, no rules.
    public init() {}

    /// Reads the section `cases` of the text of a configuration file; without one, the desk was told nothing.
    ///
    /// - Throws: a ``ConfigurationError`` with the key, or what the YAML reader says of what is no YAML.
    public init(yaml: String, sources: SettingsSources) throws {
        self.init()
        let file = try SettingsNode(yaml: yaml)?.entries() ?? []
        guard let node = file.first(where: { $0.key == FileKey.cases.rawValue })?.value else { return }
        let section = try node.section(Key.self)
        for (name, node) in try section[.calendars]?.entries() ?? [] {
            calendars[name] = try BusinessCalendar(node, sources: sources)
        }
        if let node = section[.levels] { levels = try node.names() }
        let names = SettingsNames(calendars: calendars.keys.sorted(), levels: levels)
        promiseRules = try section[.promises].items { node throws(ConfigurationError) in try PromiseRule(node, names) }
        people = try section[.people].items { node throws(ConfigurationError) in try DeskPerson(node, names) }
        routingRules = try section[.routing].items { node throws(ConfigurationError) in try RoutingRule(node, names) }
        if let node = section[.automation] { automation = try Automation(node) }
        macros = try section[.macros].items { node throws(ConfigurationError) in try Macro(node) }
        checklists = try section[.checklists].items { node throws(ConfigurationError) in try Checklist(node) }
        if let node = section[.redaction] { redaction = try RedactionPolicy(node) }
        if let node = section[.mail] { mail = try MailSettings(node) }
        if let node = section[.retention] { retention = try RetentionPolicy(node) }
        if let node = section[.masking] {
            masking = try MaskingPolicy(node, roles: roles)
        }
        if let node = section[.quality] { quality = try QualitySettings(node) }
        if let name = try section[.sendingHours]?.name(of: names.calendars) { sendingHours = calendars[name] }
        if let node = section[.side] { side = try node.choice(Side.self) }
        rights = try DecisionRights(section[.rights], roles: roles)
        disputes += try section[.disputes].items { node throws(ConfigurationError) in try DisputeRules(node) }
        templates = try section[.templates].items { node throws(ConfigurationError) in try OutreachTemplate(node) }
        let texts = templates.map(\.id)
        outreach = try section[.outreach].items { node throws(ConfigurationError) in
            try OutreachRule(node, templates: texts)
        }
        try section[.templates]?.refuseTwice(texts)
        try section[.outreach]?.refuseTwice(outreach.map(\.id))
        try section[.promises]?.refuseTwice(promiseRules.map(\.promise.id))
        try section[.people]?.refuseTwice(people.map(\.name))
        try section[.routing]?.refuseTwice(routingRules.map(\.id))
        try section[.macros]?.refuseTwice(macros.map(\.id))
        try section[.checklists]?.refuseTwice(checklists.map(\.id))
        try refuseUnknownGroupsAndSkills(section[.routing])
    }

    /// What the desk promises, in its calendars.
    public var promises: Promises { Promises(promiseRules, calendars: calendars) }

    /// Who works which case of those that they may know of.
    ///
    /// - Parameter roster: who may know of which account.
    public func router(_ roster: Roster = Roster([])) -> Router {
        Router(routingRules, people: people, calendars: calendars, bar: roster.bar)
    }

    /// A rule that asks for what nobody has would leave its cases lying, and nobody would notice.
    private func refuseUnknownGroupsAndSkills(_ node: SettingsNode?) throws(ConfigurationError) {
        guard let node, !people.isEmpty else { return }
        let skills = Set(people.flatMap(\.skills))
        let groups = Set(people.flatMap(\.groups))
        for rule in routingRules {
            for skill in rule.skills.sorted() where !skills.contains(skill) {
                throw node.refused(skill, expected: "a skill that somebody has\(Nearest.hint(to: skill, of: skills))")
            }
            if let group = rule.group, !groups.contains(group) {
                throw node.refused(
                    group, expected: "a group that somebody belongs to\(Nearest.hint(to: group, of: groups))")
            }
        }
    }
}

/// The names that sections of the settings may use of others.
struct SettingsNames {
    let calendars: [String]
    let levels: [String]
}
