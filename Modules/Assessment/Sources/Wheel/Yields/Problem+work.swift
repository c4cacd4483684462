import FlywheelKit

extension Problem {
    /// Whether the work on it left a usable cause; `nil` where it is not work that ended: open, over by itself before
    /// anybody took it on, or dismissed, which asks for none.
    ///
    /// Work that went from the facts after a claim, without a close, left none.
    func isCaused(_ causes: TellingCauses) -> Bool? {
        guard ended != nil, closer != nil || claimed != nil else { return nil }
        switch verdict {
        case .known, .noise, .duplicate, .didNotHappen: return nil
        case .actionable, .selfCleared, nil: return closer != nil && causes.cause(of: self) != nil
        }
    }
}
