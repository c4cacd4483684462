/// Chooses a share of things by their names: the same ones on every machine, whoever asks and when.
///
/// ``FNV1a`` over the name behind a salt, finished as SplitMix64 does, since FNV's high bits mix
/// poorly in short names; the first 53 bits as a number from 0 to 1.
public enum SampleHash {
    /// The place of a name between 0 and 1, as if it had been drawn at random.
    public static func place(of name: String, salt: String) -> Double {
        var names = FNV1a()
        for part in [salt, "\u{0}", name] { names.take(part.utf8) }
        var hash = names.hash
        hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
        return Double((hash ^ (hash >> 31)) >> 11) * 0x1p-53
    }

    /// Whether a name is among the share that is sampled. A larger share holds all of a smaller one.
    public static func isChosen(_ name: String, share: Double, salt: String) -> Bool {
        place(of: name, salt: salt) < share
    }
}
