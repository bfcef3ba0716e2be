#pragma once

#include "engine/backend/backend.h"
#include "engine/base/error.h"
#include "ui/session/snapshot.h"

#include <chrono>
#include <functional>

namespace rbm {

/// A weight of the model is infinite or no number.
class WeightsDiverged : public Error {
public:
    WeightsDiverged() : Error(Sentence("The weights became infinite.")) {}
};

/// Turns the backend's state into tiles for the window. Tiles that did not
/// change, or changed less than a tenth of a second ago, are handed out again,
/// so that looking costs the training little. Belongs to the worker's thread.
class TileMaker {
public:
    /// The model is another one now.
    void reset();
    /// The pictures of the persistent chains are to be made anew.
    void resetPictures();

    /// W transposed to [H, V], and the scale. `update` tells whether it changed.
    /// Throws WeightsDiverged.
    FloatTiles filters(const Backend &backend, std::uint64_t update);
    float filterScale() const { return m_scale; }

    /// `make` computes them where those at hand are too old.
    FloatTiles fantasies(std::uint64_t update, const std::function<std::vector<float>()> &make);

private:
    /// One kind of tiles with what they were made from.
    struct Cache {
        FloatTiles tiles;
        std::uint64_t version = 0;
        std::chrono::steady_clock::time_point made;

        bool isFresh(std::uint64_t now, std::chrono::milliseconds age) const;
        void set(std::vector<float> values, std::uint64_t now);
    };

    Cache m_filters;
    Cache m_fantasies;
    float m_scale = 0;
};

} // namespace rbm
