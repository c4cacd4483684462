/// One thing that must hold of every stage. ``StageConformance`` runs all cases there are, so none can be forgotten.
public enum Check: String, CaseIterable, Hashable, Sendable {
    /// The fixture fits the stage, and shows something of every kind the stage finds.
    case fixture
    /// The same chunk twice gives the same findings, in the same order, and the same signals.
    case sameTwice
    /// A chunk without rows gives no findings.
    case emptyChunk
    /// However a chunk is cut, findings, undecided rows and signals are the same.
    case anyCut
    /// The stage publishes and reads the signals of its manifest, and publishes one value for each row.
    case signals
    /// The stage reads no column and no day of history that its manifest does not declare, and neither it nor its survey asks
    /// for days of a feed that it does not declare, nor is a kind decided by one.
    case inputs
    /// Findings are of declared kinds, in rows there are, no two are the same problem, and none is in a row of which the
    /// stage said it cannot tell, or of which what decides about its kind says nothing: a host would not hear of it.
    case findings
    /// Where nothing is known, nothing is found, and for want of one series nothing that is not found when it is known.
    case unknown
    /// The manifest names the verbs the stage writes; the others fall to their defaults.
    case verbs
    /// No remedy changes a listing unless the manifest says that remedies do.
    case changes
    /// Every claim can be carried out over a horizon of days.
    case exposures
    /// Evidence, knobs and model survive being stored.
    case coding
    /// Records of parts added up equal the record of the whole.
    case learning
    /// Surveys of parts merged lead to the model of the whole.
    case surveys
    /// Measures are finite numbers with names of their own, for an empty record too.
    case measures
    /// Knobs start inside their stated ranges, under the names they have in configuration.
    case knobs
    /// Proposals move tunable knobs, inside their stated ranges, for a reason.
    case proposals
    /// A looser knob never finds fewer rows.
    case loosening
    /// What the stage makes of its fixture is what the golden file says.
    case golden
    /// The README has the headings every workflow's has, and shows the knobs as they are.
    case readme
}
