#pragma once

#include "engine/cuda/card_images.h"
#include "engine/cuda/cuda_model.h"
#include "engine/cuda/gradient.h"
#include "engine/cuda/replay.h"
#include "engine/cuda/sweep_choice.h"
#include "engine/cuda/sweeper.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace rbm::cuda {

/// PCD updates on the card. The first update of a shape runs call by call, which loads all
/// kernels; the second is captured as a graph, and from then on each is one launch. Updates are
/// queued: nothing waits for the card but a caller who is kSlots updates ahead.
class UpdateRunner {
public:
    UpdateRunner(const Device &device, const CudaModel &model, SweepChoice &choice);
    ~UpdateRunner();

    /// After the model got parameters, maybe of other shapes; lambda becomes 1/2.
    void reset();
    /// Of `images` where the batch brings no pixels.
    void run(CudaChains &chains, const MiniBatch &batch, const CardImages &images, std::size_t k,
             const UpdateRule &rule, std::uint64_t seed, std::uint64_t update);

    const DeviceArray<float> &hiddenOffsets() const { return m_gradient.hiddenOffsets(); }
    /// See Backend; the fast parameters take no memory until they are used.
    void setFastParameters(const RbmParameters &fast);
    RbmParameters fastParameters() const;
    RbmParameters sampledWithFast();

private:
    /// What a graph cannot change.
    struct Shape {
        float *visible = nullptr; ///< the chains' states, [>= chains, V]
        float *hidden = nullptr;  ///< [>= chains, H]
        std::size_t images = 0;
        std::size_t chains = 0;
        std::size_t k = 0;
        SweepWay way = SweepWay::Products;
        /// Of the images that the card keeps, see CardImages::version(); 0: the batch brings its.
        std::size_t kept = 0;
        bool startAtData = false;
        bool centred = false;
        bool decays = false; ///< centred, and with weight decay
        bool sparse = false;
        bool fast = false;

        bool operator==(const Shape &) const = default;
    };
    struct Graph {
        Shape shape;
        std::unique_ptr<const Replay> replay; ///< null after the first update
    };
    /// What one update's input waits in until the card has read it.
    struct Slot {
        PageLocked memory;
        cudaEvent_t read = nullptr;
    };

    Shape shapeOf(const CudaChains &chains, const MiniBatch &batch, std::size_t k,
                  const UpdateRule &rule, std::size_t keptImages);
    void sendInput(const MiniBatch &batch, const UpdateScalars &scalars);
    Slot &freeSlot(std::size_t bytes);
    void reserveFor(const Shape &shape);
    void makeFast();

    void enqueue(const Shape &shape, const ImagesTask &images) const;
    void positivePhase(const Shape &shape, const ImagesTask &images) const;
    void negativePhase(const Shape &shape) const;
    void addFast() const;
    void moveFastParameters() const;
    void move() const;
    const UpdateScalars *scalars() const {
        return reinterpret_cast<const UpdateScalars *>(m_input.data());
    }

    const Device &m_device;
    Device m_side; ///< a second stream, for the positive phase beside the chains
    const CudaModel &m_model;
    SweepChoice &m_choice;
    static constexpr std::size_t kSlots = 8;
    std::array<Slot, kSlots> m_slots;
    std::size_t m_nextSlot = 0;
    std::vector<Graph> m_graphs;

    DeviceArray<std::uint8_t> m_input; ///< the scalars, then the batch's pixels or its rows
    Gradient m_gradient;
    Sweeper m_sweeper;
    DeviceParameters m_fast; ///< empty: all zero
    CudaModel m_withFast;    ///< the model and m_fast added, for the chains of a fast update
};

} // namespace rbm::cuda
