import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Statistics

/// The organisation while its weeks pass: what is the matter, what of it is known, who does what.
struct World {
    let organisation: Organisation
    let calendar: Calendar
    let plan: Plan
    let store: any Store
    /// What is drawn where; streams of their own, so that a dial moves what it is about and nothing else.
    var chance: Chances

    /// All problems that ever were.
    var troubles: [Trouble] = []
    /// Those that nobody knows of yet.
    var unknown: [Int] = []
    /// Those that wait for work, in the order of the last queue.
    var open: [Int] = []
    /// Those that were closed and that the data have not judged.
    var closed: [Int] = []
    /// What will come back unless it is prevented, by the day.
    var returning: [Int: [Return]] = [:]
    /// Listings that have a problem.
    var troubled: Set<Int> = []
    /// The last exception of each fingerprint that ended.
    var lastFinal: [ProblemName: ExceptionID] = [:]
    /// Verified ends, by listing.
    var verifiedEnds: [Int: [OutcomeRecord]] = [:]
    /// What was decided against causes, as outcomes tell it.
    var preventions: Preventions
    /// What people are about to do, in the order they do it.
    var acts: [Act] = []
    /// Minutes that people worked longer on the days before than they had.
    var overtime: [Double]
    /// What was decided, and what it does.
    var decided = Decided()
    /// The kind that a policy brings more of, and how much more.
    var flood: (workflow: Int, kind: Int, times: Double)?
    /// The phase in force.
    var phase = 0
    /// The day of the last complete snapshot.
    var lastComplete = 0
    /// Listings the store knows of.
    var listingsTold = 0
    /// People the store knows of.
    var peopleTold: [String] = []

    /// How problems last, by how long they last on average and how old they are.
    var survivals: [Lasting: [Double]] = [:]

    /// A length and an age, in days.
    struct Lasting: Hashable {
        let days: Double
        let age: Int
    }

    /// What makes a problem the same one tomorrow.
    struct ProblemName: Hashable {
        let workflow: Int
        let kind: Int
        let listing: Int
    }

    /// A cause that was fixed and not prevented.
    struct Return {
        let trouble: Int
    }

    init(_ organisation: Organisation, calendar: Calendar, plan: Plan, store: any Store, seed: UInt64) throws {
        self.organisation = organisation
        self.calendar = calendar
        self.plan = plan
        self.store = store
        chance = Chances(seed: seed)
        preventions = try Preventions([], merges: CauseMerges())
        overtime = organisation.staff.map { _ in 0 }
    }

    /// The dials in force.
    var dials: Dials { organisation.course.phases[phase].dials }

    /// Listings on a day.
    func listings(on day: Int) -> Int {
        let course = organisation.course
        var count = Double(organisation.catalogue.first)
        let share = Double(day) / Double(calendar.days)
        for (number, phase) in course.phases.enumerated() where phase.from < share {
            let end = min(share, number + 1 < course.phases.count ? course.phases[number + 1].from : 1)
            count *= power(1 + phase.dials.growth, (end - phase.from) * Double(calendar.days) / 364)
        }
        return min(organisation.catalogue.listings.count, max(1, Int(count)))
    }

    /// What a trouble is about.
    func subject(of trouble: Trouble) -> Subject {
        Subject(
            .listing, account: organisation.account, marketplace: organisation.marketplace.id,
            code: Catalogue.code(trouble.listing))
    }

    /// What makes a trouble the same one tomorrow, as the store names it.
    func fingerprint(of trouble: Trouble) -> Fingerprint {
        let workflow = organisation.workflows[trouble.workflow]
        return Fingerprint(
            workflow: workflow.manifest.id, kind: workflow.kinds[trouble.kind].finding.id, subject: subject(of: trouble)
        )
    }

    func name(of trouble: Trouble) -> ProblemName {
        ProblemName(workflow: trouble.workflow, kind: trouble.kind, listing: trouble.listing)
    }
}

/// Streams of chance.
struct Chances: Sendable {
    var arrivals: SplitMix64
    var detection: SplitMix64
    var work: SplitMix64
    var order: SplitMix64
    var learning: SplitMix64
    var verification: SplitMix64
    var decisions: SplitMix64
    var business: SplitMix64

    init(seed: UInt64) {
        var seeds = SplitMix64(seed: seed)
        arrivals = SplitMix64(seed: seeds.next())
        detection = SplitMix64(seed: seeds.next())
        work = SplitMix64(seed: seeds.next())
        order = SplitMix64(seed: seeds.next())
        learning = SplitMix64(seed: seeds.next())
        verification = SplitMix64(seed: seeds.next())
        decisions = SplitMix64(seed: seeds.next())
        business = SplitMix64(seed: seeds.next())
    }
}
