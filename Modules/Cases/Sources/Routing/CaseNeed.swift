/// What a case needs of whoever works it, and which rule says so.
public struct CaseNeed: Hashable, Sendable {
    /// The account that they have to know of.
    public internal(set) var account = ""
    /// The rule that is meant for the case; `nil` where none is.
    public internal(set) var rule: String?
    /// Sides they have to know.
    public internal(set) var sides: Set<Side> = []
    /// The language they have to write; `nil` where that of the case is not known.
    public internal(set) var language: String?
    /// What they have to know how to do.
    public internal(set) var skills: Set<String> = []
    /// The group they have to belong to.
    public internal(set) var group: String?
    /// The lowest step of the ladder they may stand on.
    public internal(set) var level = 0
}

extension CaseNeed: CustomStringConvertible {
    /// The rule and what it asks for, `rule returns; needs buyer side, language de`.
    public var description: String {
        var needed: [String] = []
        if !sides.isEmpty { needed.append(sides.map(\.rawValue).sorted().joined(separator: " and ") + " side") }
        if let language { needed.append("language \(language)") }
        if !skills.isEmpty { needed.append(skills.sorted().joined(separator: ", ")) }
        if let group { needed.append("group \(group)") }
        if level > 0 { needed.append("step \(level) of the ladder or higher") }
        return "\(rule.map { "rule \($0)" } ?? "no rule"); needs "
            + (needed.isEmpty ? "nothing in particular" : needed.joined(separator: ", "))
    }
}

/// Why somebody is not given a case.
public enum Obstacle: Hashable, Sendable {
    /// They are kept out, and would never see it.
    case keptOut
    /// They may not know of the account.
    case account(String)
    /// They do not know these sides.
    case sides(Set<Side>)
    /// They do not write the language.
    case language(String)
    /// They do not know how to do this.
    case skills(Set<String>)
    /// They do not belong to the group.
    case group(String)
    /// They stand on a lower step of the ladder.
    case level(Int, needed: Int)
    /// They have as many open cases as they may.
    case full(cap: Int)
    /// They are not at work.
    case offShift

    /// Whether it goes away by itself, as a full desk and the end of a day do.
    public var passes: Bool {
        switch self {
        case .full, .offShift: true
        default: false
        }
    }
}

extension Obstacle: CustomStringConvertible {
    /// A clause about the person, `does not write de`.
    public var description: String {
        switch self {
        case .keptOut: "is kept out"
        case .account(let account): "may not know of \(account)"
        case .sides(let sides): "does not know \(sides.map { "\($0.rawValue)s" }.sorted().joined(separator: " or "))"
        case .language(let code): "does not write \(code)"
        case .skills(let skills): "does not know \(skills.sorted().joined(separator: ", "))"
        case .group(let group): "is not in \(group)"
        case .level(let level, let needed): "stands on step \(level) of the ladder, below \(needed)"
        case .full(let cap): "has \(cap) open cases, as many as they may"
        case .offShift: "is not at work"
        }
    }
}
