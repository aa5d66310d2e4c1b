import Facts

/// A verdict on its way to the words of the door.
struct Refusal: Error {
    var because: Because

    init(_ because: Because) {
        self.because = because
    }
}
