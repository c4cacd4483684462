/// What a check can measure of one workflow: the vocabulary of models. Every measure counts events that speak for and
/// against, so that each number can be taken apart to its records, and leaves out those of which nothing is known.
public enum MaturityMeasure: String, Hashable, Sendable, Codable, CaseIterable {
    /// The share of closes by the one person who closed most.
    case closesByOnePerson = "closes-by-one-person"
    /// The share of problems worked on that had a playbook.
    case withPlaybook = "with-playbook"
    /// The share of closes with a playbook in which somebody opened it.
    case playbookOpened = "playbook-opened"
    /// The share of steps that were done, of the playbooks of closed problems.
    case playbookFollowed = "playbook-followed"
    /// The share of problems that somebody claimed, or closed, by the time they were due.
    case ownedInTime = "owned-in-time"
    /// The share of problems that were over by the time they were due; open ones past it count against.
    case endedInTime = "ended-in-time"
    /// The share of closes of real problems that name a root cause other than `other` and `unknown`.
    case causeNamed = "cause-named"
    /// The share of claimed problems whose owner a rule named.
    case ownerByRule = "owner-by-rule"
    /// The share of steps that the system did, of the playbooks of closed problems.
    case stepsAutomatic = "steps-automatic"
    /// The share of problems that a stage found before a person did.
    case foundByDetection = "found-by-detection"
    /// The share of ended problems people worked on that were found by a stage and closed by a person, not lost from sight.
    case closedInSystem = "closed-in-system"
    /// The share of judged problems that were real; the others were dismissed as noise.
    case judgedReal = "judged-real"
    /// The share of closes that the data confirmed, of those that they confirmed or refuted.
    case closesConfirmed = "closes-confirmed"
    /// The count of thresholds changed on evidence, and not taken back.
    case thresholdsTuned = "thresholds-tuned"
    /// The count of decisions whose review found the measure better by more than chance.
    case decisionsImproved = "decisions-improved"

    /// Whether it is a share from 0 to 1, and not a count.
    public var isShare: Bool { self != .thresholdsTuned && self != .decisionsImproved }

    /// What is counted, in the words of a sentence: "closes that name a root cause".
    var subject: String {
        switch self {
        case .closesByOnePerson: "closes by the one person who closed most"
        case .withPlaybook: "problems worked on that had a playbook"
        case .playbookOpened: "closes in which the playbook was opened"
        case .playbookFollowed: "steps of playbooks that were done"
        case .ownedInTime: "problems that had an owner when due"
        case .endedInTime: "problems that were over when due"
        case .causeNamed: "closes that name a root cause"
        case .ownerByRule: "claimed problems whose owner a rule named"
        case .stepsAutomatic: "steps that the system did"
        case .foundByDetection: "problems that detection found, not a person"
        case .closedInSystem: "problems worked on that were found and closed here"
        case .judgedReal: "judged problems that were real"
        case .closesConfirmed: "closes that the data confirmed"
        case .thresholdsTuned: "thresholds tuned on evidence"
        case .decisionsImproved: "decisions with a measured gain"
        }
    }

    /// What its events are, in the plural: "closes".
    var events: String {
        switch self {
        case .closesByOnePerson, .playbookOpened, .causeNamed: "closes"
        case .withPlaybook, .closedInSystem: "problems worked on"
        case .playbookFollowed, .stepsAutomatic: "closes with a playbook"
        case .ownedInTime, .endedInTime: "problems with a due time"
        case .ownerByRule: "claims"
        case .foundByDetection: "problems"
        case .judgedReal: "judged problems"
        case .closesConfirmed: "closes looked at again"
        case .thresholdsTuned, .decisionsImproved: "decisions"
        }
    }
}
