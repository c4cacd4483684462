/// The six verbs of a stage, one for each phase of the wheel.
public enum Verb: String, Hashable, Sendable, Codable, CaseIterable {
    /// Visibility: which rows need work.
    case detect
    /// Prioritization: what each is claimed to lose.
    case exposure
    /// Resolution: what is to be done.
    case resolve
    /// Better data: what an outcome teaches.
    case learn
    /// Better decisions: how knobs should move.
    case tune
    /// Better performance: what came of it.
    case measure

    #if DEBUG
        /// Lets the conformance kit see which verbs fell to their default: a default whose signature nearly matches is taken
        /// without a word from the compiler. Absent from release builds.
        @TaskLocal public static var noteDefault: (@Sendable (Verb) -> Void)?
    #endif

    static func defaulted(_ verb: Verb) {
        #if DEBUG
            noteDefault?(verb)
        #endif
    }
}
