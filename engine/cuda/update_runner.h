#pragma once

#include "engine/cuda/cuda_model.h"

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
    UpdateRunner(const Device &device, const CudaModel &model);
    ~UpdateRunner();

    /// After the model got parameters, maybe of other shapes; lambda becomes 1/2.
    void reset();
    void run(CudaChains &chains, const MiniBatch &batch, std::size_t k, const UpdateRule &rule,
             std::uint64_t seed, std::uint64_t update);

    const DeviceArray<float> &hiddenOffsets() const { return m_lambda; }
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
        bool startAtData = false;
        bool centred = false;
        bool decays = false; ///< centred, and with weight decay
        bool sparse = false;
        bool fast = false;

        bool operator==(const Shape &) const = default;
    };
    struct Graph {
        Shape shape;
        cudaGraphExec_t replay = nullptr; ///< null after the first update
    };
    /// Page-locked memory that one update's input waits in, until the card has read it.
    struct Slot {
        void *memory = nullptr;
        std::size_t bytes = 0;
        cudaEvent_t read = nullptr;
    };

    void sendInput(const MiniBatch &batch, const UpdateScalars &scalars);
    Slot &freeSlot(std::size_t bytes);
    void setVisibleOffsets(std::span<const float> offsets);
    void reserveFor(const Shape &shape);
    void takeShapes(std::size_t visible, std::size_t hidden);
    void makeFast();
    void zeroFast() const;
    void dropGraphs();
    void capture(Graph &graph);

    void enqueue(const Shape &shape) const;
    void positivePhase(const Shape &shape) const;
    void negativePhase(const Shape &shape) const;
    void sweepByProducts(const Shape &shape, const CudaModel &model) const;
    void addFast() const;
    void gradient(const Shape &shape) const;
    void centre() const;
    void centreDecay() const;
    void takeFromBiases(const float *weights) const;
    void moveFastParameters() const;
    void move() const;

    const Device &m_device;
    const CudaModel &m_model;
    static constexpr std::size_t kSlots = 8;
    std::array<Slot, kSlots> m_slots;
    std::size_t m_nextSlot = 0;
    std::vector<Graph> m_graphs;

    DeviceArray<UpdateScalars> m_scalars; ///< one
    DeviceArray<std::uint8_t> m_pixels;   ///< [N, V]
    DeviceArray<float> m_data;            ///< [N, V]
    DeviceArray<float> m_dataHidden;      ///< [N, H], P(h | v_data)
    DeviceArray<float> m_visibleInput;    ///< [M, V]
    DeviceArray<float> m_hiddenInput;     ///< [M, H]
    DeviceParameters m_gradient;
    DeviceArray<float> m_mu;     ///< [V]
    DeviceArray<float> m_lambda; ///< [H]
    DeviceArray<float> m_decay;  ///< [V, H]; empty where no update centred it
    std::vector<float> m_sentMu; ///< what m_mu holds
    DeviceParameters m_fast;     ///< empty: all zero
    CudaModel m_withFast;        ///< the model and m_fast added, for the chains of a fast update
};

} // namespace rbm::cuda
