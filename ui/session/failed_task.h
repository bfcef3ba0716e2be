#pragma once

#include <QString>

namespace rbm {

/// What the worker could not do, so that the window can offer what helps.
struct FailedTask {
    enum class Kind {
        Other,
        LoadFolder,   ///< `path` holds no usable images; the present ones stay
        OpenModel,    ///< `path` is no usable model; the present one stays
        OtherSize,    ///< the model in `path` is for images of another size; nothing was changed
        SaveModel,    ///< `path` could not be written; what stood there is whole
        SaveControls, ///< the same
        Diverged,     ///< the weights did, and the run is back at its last good epoch
        UseCuda,      ///< the CPU computes instead; the sentence is the reason
    };
    Kind kind = Kind::Other;
    QString path = {};
    bool checkpoint = false; ///< of SaveModel: with all that the run needs to go on
    bool canGoBack = false;  ///< of Diverged: Session::goBackOneEpoch() has somewhere to go
};

} // namespace rbm
