import ArgumentParser
import FlywheelStore
import Learning

/// A command that prepares a routine.
protocol HabitCommand: ListingCommand {
    /// The routine.
    static var habit: Habit { get }
    /// Whether the person says that it was gone through.
    var done: HabitOptions { get }
}

/// The flags of routines.
struct HabitOptions: ParsableArguments {
    @Flag(help: "You went through it: keeps that, once a day, week or month.")
    var done = false
}

extension HabitCommand {
    static var examples: [String] {
        [
            "flywheel \(habit.rawValue)", "flywheel \(habit.rawValue) --done",
            "flywheel \(habit.rawValue) --as mia --format json",
        ]
    }

    static func configured(_ abstract: String, _ discussion: String, seeAlso: [String]) -> CommandConfiguration {
        .answering(
            habit.rawValue, abstract, examples: examples, exits: [.done, .failed, .usage], discussion: discussion,
            seeAlso: seeAlso)
    }

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings, for: done.done ? .writing : .reading)
        return done.done ? try session.complete(Self.habit) : try session.habit(Self.habit)
    }
}

/// `flywheel morning`.
struct MorningCommand: HabitCommand {
    static let habit = Habit.morning
    static let configuration = configured(
        "Prepares the morning: the queue, and what of it comes first.",
        "New is what opened since your last morning, or in a day where there was none. A desk's cases, answers and disputes follow.",
        seeAlso: ["flywheel queue", "flywheel cases", "flywheel midday", "flywheel digest morning"])

    @OptionGroup var done: HabitOptions
    @OptionGroup var list: ListOptions
    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions
}

/// `flywheel midday`.
struct MiddayCommand: HabitCommand {
    static let habit = Habit.midday
    static let configuration = configured(
        "Prepares midday: how old the problems of the best listings are.",
        "Age counts from the moment a problem began, or was first seen where nothing says when. Late cases of a desk follow.",
        seeAlso: ["flywheel queue --tier A --order oldest", "flywheel close-of-day"])

    @OptionGroup var done: HabitOptions
    @OptionGroup var list: ListOptions
    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions
}

/// `flywheel close-of-day`.
struct CloseOfDayCommand: HabitCommand {
    static let habit = Habit.closeOfDay
    static let configuration = configured(
        "Prepares the close of the day: which causes came back, and which to prevent.",
        "A cause came back when it ended a problem of the same kind in the four weeks before.",
        seeAlso: ["flywheel export outcomes", "flywheel explain root-cause", "flywheel weekly"])

    @OptionGroup var done: HabitOptions
    @OptionGroup var list: ListOptions
    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions
}

/// `flywheel weekly`.
struct WeeklyCommand: HabitCommand {
    static let habit = Habit.weekly
    static let configuration = configured(
        "Prepares the week: one number to tune, and decisions to look back at.",
        "A kind is worth tuning where a fifth of its ends in four weeks were nothing, beyond what it foretold itself. "
            + "Of a desk's cases follow those to look at, their most frequent cause, and open policy gaps.",
        seeAlso: ["flywheel close-of-day", "flywheel cases sample", "flywheel monthly"])

    @OptionGroup var done: HabitOptions
    @OptionGroup var list: ListOptions
    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions
}

/// `flywheel monthly`.
struct MonthlyCommand: HabitCommand {
    static let habit = Habit.monthly
    static let configuration = configured(
        "Prepares the month: revenue per operator, and where the wheel stands.",
        "Stage and stall are those of the newest assessment that was kept. A desk's figures of four weeks follow, beside those "
            + "of the four before, each as they stood at the end.",
        seeAlso: ["flywheel weekly", "flywheel cases report", "flywheel explain revenue-per-operator"])

    @OptionGroup var done: HabitOptions
    @OptionGroup var list: ListOptions
    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions
}

/// `flywheel start`.
struct StartCommand: ListingCommand {
    static let examples = ["flywheel start", "flywheel start --format json", "flywheel start --fields step,isDone"]
    static let configuration = CommandConfiguration.answering(
        "start", "Says how far a wheel is that was just started, and what comes next.", examples: examples,
        exits: [.done, .failed, .usage],
        discussion: """
            One workflow, one file, thirty days: see and rank in the first month, say why
            in the second, tune in the third. It follows from the work alone, and is over
            when every step is done, or 120 days after the first turn.
            """, seeAlso: ["flywheel import", "flywheel morning"])

    @OptionGroup var list: ListOptions
    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let hasStore = Paths(global, surroundings).storeExists
        return try Session(global, surroundings, for: hasStore ? .reading : .trying).start()
    }
}
