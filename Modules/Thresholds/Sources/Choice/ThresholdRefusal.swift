/// Why nothing is proposed of a knob, or a proposal goes no further.
public enum ThresholdRefusal: Error, Hashable, Sendable, Codable {
    /// Too few labels to tell.
    case tooFewLabels(found: Int, needed: Int)
    /// Too few labels with something to do.
    case tooFewPositives(found: Int, needed: Int)
    /// Too few labels in the weeks that were held out.
    case tooFewHeldOut(found: Int, needed: Int)
    /// No other value is worth more.
    case nothingBetter
    /// What the chosen value gained on the weeks held out may be chance.
    case withinNoise(ThresholdGain)
    /// A person sets it, and nothing that was learned moves it.
    case isSet
}

extension ThresholdRefusal: CustomStringConvertible {
    /// The reason, in a sentence.
    public var description: String {
        switch self {
        case .tooFewLabels(let found, let needed): "\(found) labels, \(needed) are needed"
        case .tooFewPositives(let found, let needed): "\(found) labels with something to do, \(needed) are needed"
        case .tooFewHeldOut(let found, let needed): "\(found) labels in the weeks held out, \(needed) are needed"
        case .nothingBetter: "no other value is worth more"
        case .withinNoise: "what it would gain may be chance"
        case .isSet: "flywheel.yaml sets it, and nothing else moves it"
        }
    }
}
