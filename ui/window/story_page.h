#pragma once

#include "ui/session/told_update.h"
#include "ui/theme/theme.h"

#include <QSize>
#include <QWidget>

#include <memory>

class QLabel;
class QVBoxLayout;

namespace rbm {

class PictureView;

/// What slow motion shows: a told update, and what it did to one hidden unit.
struct StoryScene {
    std::shared_ptr<const ToldUpdate> told;
    UnitStep unit;
    bool isMostChanged = false; ///< the unit was not chosen by a person
    QSize image;                ///< pixels of one

    const UpdateStory &story() const { return told->story; }
};

/// One part of an update: its formula, a sentence, and pictures below.
class StoryPage : public QWidget {
    Q_OBJECT
public:
    explicit StoryPage(QWidget *parent = nullptr);

    virtual void applyTheme(const Theme &theme);
    virtual void show(const StoryScene &scene) = 0;
    /// What plays goes on by one tick; false where this part is over.
    virtual bool advance();
    /// To where the part begins.
    virtual void rewind() { m_ticks = 0; }

protected:
    /// Rich text; words of it that are in the theme's accent come from accented().
    void setFormula(const QString &formula);
    void setSentence(const QString &sentence);
    QString accented(const QString &text) const;
    QString faint(const QString &text) const;
    QVBoxLayout *body() const { return m_body; }
    const Theme &colours() const { return m_theme; }

private:
    QLabel *m_formula;
    QLabel *m_sentence;
    QVBoxLayout *m_body;
    Theme m_theme{};
    int m_ticks = 0; ///< since rewind()
};

/// A picture with its name above and its scale below.
class TermPicture : public QWidget {
    Q_OBJECT
public:
    TermPicture(const char *name, const QString &accessibleName, QWidget *parent);

    void applyTheme(const Theme &theme);
    void setTitle(const QString &richText);
    /// On a symmetric scale of weights.
    void setWeights(std::vector<float> values, const QSize &shape, float scale);
    PictureView *picture() const { return m_picture; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *m_title;
    PictureView *m_picture;
    QLabel *m_scale;
};

/// A large sign between two pictures.
QLabel *makeSign(const QString &text, QWidget *parent);

/// The strongest magnitude in any of these; the scale that they share.
float largestMagnitude(std::initializer_list<const std::vector<float> *> pictures);

/// "0.00125", "2.4e-9" as 2.4 · 10⁻⁹ in rich text.
QString richNumber(double value, int digits = 3);

/// "1 image" or, of more, the other text with the number for %1.
QString counted(std::size_t count, const QString &one, const QString &more);

/// Shape of a picture of so many hidden units, near 5 to 4.
QSize hiddenShape(std::size_t units);

} // namespace rbm
