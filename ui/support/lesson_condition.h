#pragma once

#include <QString>

namespace rbm {

/// What a lesson can wait for: the window as it stands.
struct LessonFacts {
    double update = 0;       ///< completed updates of the run
    double learningRate = 0; ///< as it is set
    double checks = 0;       ///< likelihood checks of the curve that is shown
    double moreChecks = 0;   ///< likelihood checks since the step began
    double chainStep = 0;    ///< newest step of the watched chains
    double mixingStep = 0;   ///< of the chains whose mixing is compared
    double held = 0;         ///< pixels of the watched chains that are held
    QString workspace;       ///< "train", "filters", "gibbs" or "mixing"
    QString state;           ///< "idle", "training", "paused" or "finished"
};

/// One comparison with a fact, written as in "update >= 500" or "workspace = gibbs".
/// Numbers know >=, the learning rate <= too, words know =.
struct LessonCondition {
    double LessonFacts::*number = nullptr; ///< exactly one of these two is set
    QString LessonFacts::*word = nullptr;
    bool atLeast = true; ///< for a number: >=, else <=
    double limit = 0;
    QString value;

    bool holds(const LessonFacts &facts) const;
    /// What is waited for, for people: "when the run has made 500 updates".
    QString toText() const;
};

/// Throws Error, in one sentence, where the text is no such comparison.
LessonCondition readCondition(const QString &text);

} // namespace rbm
