#pragma once

#include "engine/training/training_config.h"
#include "ui/support/lesson_condition.h"

#include <cstddef>

namespace rbm {

struct LessonSettings;

/// What a lesson needs of the window that it is given in; on the window's thread.
class LessonHost {
public:
    LessonHost() = default;
    LessonHost(const LessonHost &) = delete;
    LessonHost &operator=(const LessonHost &) = delete;
    LessonHost(LessonHost &&) = delete;
    LessonHost &operator=(LessonHost &&) = delete;
    virtual ~LessonHost() = default;

    virtual LessonFacts facts() const = 0;
    /// "train", "filters", "gibbs" (the grids) or "mixing" (the comparison beside them).
    virtual void openWorkspace(const QString &name) = 0;
    /// Trains a fresh model with these settings. False where a person did not want to lose
    /// another training for it.
    virtual bool start(const LessonSettings &settings) = 0;
    virtual void train() = 0;
    virtual void pause() = 0;
    virtual void runChains() = 0;
    /// Begins to open the model that is part of the program; false as for start(). Once it is
    /// open, the guide is told.
    virtual bool openModel() = 0;
};

} // namespace rbm
